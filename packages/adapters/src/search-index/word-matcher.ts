import { expandSynonyms } from "@oto/domain";
import type { Pool } from "pg";
import { editDistance } from "./edit-distance";
import { tokensOf } from "./listing-text";

const MOST_WORDS = 12;
const MOST_CORRECTIONS = 5;
const ALWAYS_FIX_FROM = 4;
const TWO_EDITS_FROM = 8;

/** Shortest word whose trigrams find it with a letter changed; shorter ones are compared by length. */
const TRIGRAMS_FROM = 6;

/** Tokens that must all be there, in places of these weights. */
function allOf(tokens: readonly string[], weights: string): string {
  const quoted = tokens.map((token) => `'${token}'${weights && `:${weights}`}`);
  return quoted.length > 1 ? `(${quoted.join("&")})` : (quoted[0] ?? "");
}

/** Turns words into a `tsquery`, with synonyms, the beginning of the last word, and typos. */
export class WordMatcher {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** Null when the text has no words. `weights` restricts where they are found (`AB`: in names). */
  async toQuery(text: string, weights = ""): Promise<string | null> {
    const words = tokensOf(text).slice(0, MOST_WORDS);
    if (words.length === 0) return null;
    const unknown = await this.#unknownOf(words);
    const parts = await Promise.all(
      words.map(async (word, index) => {
        const isLast = index === words.length - 1;
        const spellings = expandSynonyms(word).map((synonym) => allOf(tokensOf(synonym), weights));
        const beginning = isLast ? [`'${word}':*${weights}`] : [];
        const corrected = unknown.has(word) ? await this.#corrections(word) : [];
        const corrections = corrected.map((term) => allOf([term], weights));
        return `(${[...new Set([...spellings, ...beginning, ...corrections])].join("|")})`;
      }),
    );
    return parts.join("&");
  }

  /** Words that no listing has; the last one counts as known while it begins a known one. */
  async #unknownOf(words: readonly string[]): Promise<Set<string>> {
    const last = words.at(-1) ?? "";
    const { rows } = await this.#pool.query<{ word: string }>({
      name: "search-unknown-words",
      text: `SELECT w.word FROM unnest($1::text[]) AS w(word)
             WHERE NOT EXISTS (SELECT 1 FROM search_term t WHERE t.term = w.word)
               AND NOT (w.word = $2 AND EXISTS (
                 SELECT 1 FROM search_term t WHERE t.term LIKE $2 || '%'))`,
      values: [words, last],
    });
    return new Set(rows.map(({ word }) => word));
  }

  /** Nearest known words. Numbers are never corrected: 2018 is not a misspelt 2019. */
  async #corrections(word: string): Promise<string[]> {
    if (word.length < ALWAYS_FIX_FROM || /\d/.test(word)) return [];
    const most = word.length >= TWO_EDITS_FROM ? 2 : 1;
    const { rows } = await this.#pool.query<{ term: string }>(
      `SELECT term FROM search_term
       WHERE length(term) BETWEEN $2 AND $3 AND term !~ '[0-9]'
         ${word.length >= TRIGRAMS_FROM ? "AND term % $1" : "AND $1::text IS NOT NULL"}`,
      [word, word.length - most, word.length + most],
    );
    const ranked = rows
      .map(({ term }) => ({ term, edits: editDistance(word, term, most) }))
      .filter(({ edits }) => edits <= most)
      .sort((a, b) => a.edits - b.edits);
    const fewest = ranked[0]?.edits;
    const nearest = ranked.filter(({ edits }) => edits === fewest);
    return nearest.slice(0, MOST_CORRECTIONS).map(({ term }) => term);
  }
}
