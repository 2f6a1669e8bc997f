import type { Document } from "./filter-match";
import type { Place, SandboxIndex } from "./sandbox-index";
import { typosBetween, wordsOf } from "./words";

/** One way a query word may be found: words that stand side by side. */
interface Alternative {
  readonly words: readonly string[];
  readonly typos: number;
}

/** A word or a phrase of the query with all the ways it may be found. */
export interface Term {
  readonly alternatives: readonly Alternative[];
}

/** How well a document has a term. */
export interface TermMatch {
  readonly typos: number;
  readonly attribute: number;
  readonly position: number;
  readonly isExact: boolean;
}

const MOST_WORDS = 10;

interface Part {
  readonly words: readonly string[];
  readonly isPhrase: boolean;
  readonly isPrefix: boolean;
}

function partsOf(q: string): Part[] {
  const parts: Part[] = [];
  for (const [index, piece] of q.split('"').entries()) {
    const words = wordsOf(piece);
    if (words.length === 0) continue;
    if (index % 2 === 1) parts.push({ words, isPhrase: true, isPrefix: false });
    else for (const word of words) parts.push({ words: [word], isPhrase: false, isPrefix: false });
  }
  const kept = parts.slice(0, MOST_WORDS);
  const last = kept.at(-1);
  const isOpen = /[\p{L}\p{N}]$/u.test(q);
  return last && !last.isPhrase && isOpen
    ? [...kept.slice(0, -1), { ...last, isPrefix: true }]
    : kept;
}

function typosAllowed(index: SandboxIndex, word: string): number {
  const { enabled, minWordSizeForTypos, disableOnWords, disableOnNumbers } =
    index.settings.typoTolerance;
  if (!enabled || disableOnWords.includes(word)) return 0;
  if (disableOnNumbers && /^\d+$/.test(word)) return 0;
  if (word.length >= minWordSizeForTypos.twoTypos) return 2;
  return word.length >= minWordSizeForTypos.oneTypo ? 1 : 0;
}

function derivations(index: SandboxIndex, word: string, prefix: boolean): Alternative[] {
  const most = typosAllowed(index, word);
  const found: Alternative[] = [];
  for (const known of index.vocabulary) {
    const isBeginning = prefix && known.startsWith(word);
    const typos = known === word || isBeginning ? 0 : typosBetween(word, known, { most, prefix });
    if (typos !== null) found.push({ words: [known], typos });
  }
  return found;
}

/** `landrover` is also looked for as `land rover`. */
function splits(index: SandboxIndex, word: string): Alternative[] {
  const found: Alternative[] = [];
  for (let at = 1; at < word.length; at += 1) {
    const words = [word.slice(0, at), word.slice(at)];
    if (words.every((part) => index.knows(part))) found.push({ words, typos: 1 });
  }
  return found;
}

function synonymsOf(index: SandboxIndex, words: readonly string[]): Alternative[] {
  const wanted = words.join(" ");
  const found: Alternative[] = [];
  for (const [word, synonyms] of Object.entries(index.settings.synonyms)) {
    if (wordsOf(word).join(" ") !== wanted) continue;
    for (const synonym of synonyms) found.push({ words: wordsOf(synonym), typos: 0 });
  }
  return found;
}

/** The terms of a query against what an index knows. */
export function termsOf(index: SandboxIndex, q: string): Term[] {
  const parts = partsOf(q);
  return parts.map((part, at): Term => {
    const [word = ""] = part.words;
    if (part.isPhrase) return { alternatives: [{ words: part.words, typos: 0 }] };
    const neighbours = [parts[at - 1], parts[at + 1]].flatMap((other, side) => {
      if (!other || other.isPhrase) return [];
      const joined = side === 0 ? other.words[0] + word : word + other.words[0];
      return index.knows(joined) ? [{ words: [joined], typos: 0 }] : [];
    });
    return {
      alternatives: [
        ...derivations(index, word, part.isPrefix && index.settings.prefixSearch !== "disabled"),
        ...splits(index, word),
        ...synonymsOf(index, part.words),
        ...neighbours,
      ],
    };
  });
}

/** Documents that may have a term: those with the first word of one of its alternatives. */
export function candidatesOf(index: SandboxIndex, { alternatives }: Term): Set<Document> {
  return index.withAnyOf(alternatives.map(({ words }) => words[0] ?? ""));
}

function phrasePlace(places: ReadonlyMap<string, readonly Place[]>, words: readonly string[]) {
  const [first = "", ...rest] = words;
  return (places.get(first) ?? []).find(({ attribute, position }) =>
    rest.every((word, index) =>
      places
        .get(word)
        ?.some((place) => place.attribute === attribute && place.position === position + index + 1),
    ),
  );
}

const isBetter = (a: TermMatch, b: TermMatch) =>
  (a.typos - b.typos || a.attribute - b.attribute || a.position - b.position) < 0;

/** The best way a document has a term, or null. */
export function matchTerm(
  places: ReadonlyMap<string, readonly Place[]>,
  { alternatives }: Term,
  allowsTypos: (attribute: number) => boolean,
): TermMatch | null {
  let best: TermMatch | null = null;
  for (const [rank, { words, typos }] of alternatives.entries()) {
    const place = phrasePlace(places, words);
    if (!place || (typos > 0 && !allowsTypos(place.attribute))) continue;
    const match = { typos, ...place, isExact: rank === 0 && typos === 0 };
    if (!best || isBetter(match, best)) best = match;
  }
  return best;
}
