import type { Locale } from "../values";
import type { Understood } from "./chip";
import type { MarketplaceFilters } from "./marketplace-filters";
import { MAX_QUERY_LENGTH, RANGE_FILTERS } from "./marketplace-filters";
import { matchModel, matchModelBehindSeries } from "./match-model";
import type { Hit, Matcher, Scene } from "./matchers";
import {
  matchMake,
  matchMisspelled,
  matchNumbers,
  matchNumericSeries,
  matchPhrase,
  matchPlace,
  matchSeries,
  matchSeriesBehindMake,
  matchStopWord,
  matchVocabulary,
} from "./matchers";
import type { CatalogMake, QueryCatalog } from "./query-catalog";
import { catalogIndex } from "./query-catalog";
import type { Token } from "./token";
import { joinTokens, tokenize } from "./token";

export interface Understanding {
  filters: MarketplaceFilters;
  /** The words that were not understood: what is left for full-text search. */
  rest: string;
  /** One chip for each thing understood, in the order of the words. */
  understood: Understood[];
}

/** What is certain comes before what is guessed. */
const PASSES: readonly Matcher[] = [
  matchMake,
  matchModel,
  matchSeriesBehindMake,
  matchPhrase,
  matchSeries,
  matchModelBehindSeries,
  matchNumbers,
  matchVocabulary,
  matchNumericSeries,
  matchPlace,
  matchMisspelled,
  matchStopWord,
];

interface Word extends Token {
  /** Place in the query as typed. */
  at: number;
  hit: Hit | null;
}

interface Reading {
  filters: MarketplaceFilters;
  chips: { at: number; chip: Understood }[];
  makes: CatalogMake[];
}

/** Lists grow, bounds widen, anything else is set. */
function merge(into: MarketplaceFilters, add: MarketplaceFilters): MarketplaceFilters {
  const merged: Record<string, unknown> = { ...into };
  for (const [key, value] of Object.entries(add)) {
    const old = merged[key];
    if (Array.isArray(old) && Array.isArray(value)) merged[key] = [...new Set([...old, ...value])];
    else if (typeof old === "number" && typeof value === "number") {
      merged[key] = key.endsWith("Min") ? Math.min(old, value) : Math.max(old, value);
    } else merged[key] = value;
  }
  return merged as MarketplaceFilters;
}

function take(words: readonly Word[], hit: Hit, reading: Reading): void {
  for (const word of words) word.hit = hit;
  reading.filters = merge(reading.filters, hit.filters);
  if (hit.make) reading.makes.push(hit.make);
  const first = words[0];
  if (hit.chip && first) {
    reading.chips.push({ at: first.at, chip: { ...hit.chip, text: joinTokens(words) } });
  }
}

/** The unread words from an index on, up to the next one that was read. */
function runFrom(words: readonly Word[], index: number): Word[] {
  const end = words.findIndex((word, at) => at >= index && word.hit !== null);
  return words.slice(index, end < 0 ? undefined : end);
}

function scan(
  words: readonly Word[],
  reading: Reading,
  base: Pick<Scene, "index" | "locale">,
): void {
  for (const matcher of PASSES) {
    for (const [index, word] of words.entries()) {
      if (word.hit) continue;
      const run = runFrom(words, index);
      const before = words[index - 1]?.hit;
      const previousMake = before?.make ?? null;
      const previousSeries = before?.series ?? [];
      const hit = matcher(run, { ...base, makes: reading.makes, previousMake, previousSeries });
      if (hit) take(run.slice(0, hit.length), hit, reading);
    }
  }
}

/** What is left, as if it had been typed on its own. */
function unread(words: readonly Word[]): Word[] {
  return words.flatMap((word, index) => {
    if (word.hit) return [];
    return [{ ...word, glued: word.glued && words[index - 1]?.hit === null }];
  });
}

/** People who write the bounds the wrong way round mean the span between them. */
function straighten(filters: MarketplaceFilters): MarketplaceFilters {
  const straight = { ...filters };
  for (const [min, max] of RANGE_FILTERS) {
    const low = straight[min];
    const high = straight[max];
    if (low !== undefined && high !== undefined && low > high) {
      straight[min] = high;
      straight[max] = low;
    }
  }
  return straight;
}

/**
 * Reads a dealer's words ("2018-2020 dizel otomatik passat 150 bin km altı") as filters; what it
 * does not understand is left for full-text search. Never throws; its own rest holds nothing more
 * to understand. Texts beyond `MAX_QUERY_LENGTH` characters are cut.
 */
export function understand(
  query: string,
  catalog: QueryCatalog,
  locale: Locale = "tr",
): Understanding {
  const base = { index: catalogIndex(catalog), locale };
  const reading: Reading = { filters: {}, chips: [], makes: [] };
  let words: Word[] = tokenize(query.slice(0, MAX_QUERY_LENGTH)).map((token, at) => ({
    ...token,
    at,
    hit: null,
  }));
  for (let left = -1; left !== words.length; ) {
    left = words.length;
    scan(words, reading, base);
    words = unread(words);
  }
  return {
    filters: straighten(reading.filters),
    rest: joinTokens(words),
    understood: reading.chips.sort((a, b) => a.at - b.at).map(({ chip }) => chip),
  };
}
