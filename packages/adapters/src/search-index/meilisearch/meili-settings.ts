import { fold, ONE_WAY_SYNONYMS, SYNONYM_GROUPS } from "@oto/domain";
import type { Settings } from "meilisearch";
import { searchWord } from "./meili-words";

/** Fields that words are looked for in, by what a match in them is worth. */
export const WORD_FIELDS = ["words_a", "words_b", "words_c", "words_d"] as const;
/** The fields of names: make, series, model, trim, title. */
export const NAME_FIELDS: readonly string[] = WORD_FIELDS.slice(0, 2);

/** Reachable results and the greatest total; the default of 1,000 would cap totals. */
const MOST_HITS = 10_000_000;
/** More than the series on the market: rarer values than these are not counted. */
const MOST_FACET_VALUES = 2_000;

/** A word as listings are indexed: several tokens where it is written apart. */
const spelled = (word: string) => searchWord(fold(word));

function synonyms(): Record<string, string[]> {
  const all = new Map<string, Set<string>>();
  const add = (word: string, others: readonly string[]) => {
    const known = all.get(spelled(word)) ?? new Set<string>();
    for (const other of others) if (spelled(other) !== spelled(word)) known.add(spelled(other));
    all.set(spelled(word), known);
  };
  for (const group of SYNONYM_GROUPS) for (const word of group) add(word, group);
  for (const [word, narrower] of Object.entries(ONE_WAY_SYNONYMS)) add(word, narrower);
  return Object.fromEntries([...all].map(([word, others]) => [word, [...others].sort()]));
}

/** All settings of the index of listings; applied whenever the server has others. */
export const LISTING_SETTINGS: Settings = {
  searchableAttributes: [...WORD_FIELDS],
  filterableAttributes: [
    "id",
    "id_high",
    "id_low",
    "gallery_id",
    "public",
    "make_id",
    "series_id",
    "model_id",
    "trim_id",
    "fuel",
    "transmission",
    "body_type",
    "drivetrain",
    "color",
    "province",
    "district",
    "year",
    "km",
    "price",
    "engine_cc",
    "power_hp",
    "painted_panels",
    "damage",
    "trust",
    "flawless",
    "warranty",
    "trade_in",
    "has_photos",
    "published",
    "make_facet",
    "series_facet",
    "model_facet",
    "trim_facet",
    "price_range",
    "km_range",
    "engine_range",
    "power_range",
  ],
  sortableAttributes: ["published", "price", "km", "year", "id_high", "id_low"],
  // A sort that was asked for is strict; relevance sorts by nothing and ends with the newest.
  rankingRules: [
    "sort",
    "words",
    "typo",
    "attribute",
    "exactness",
    "published:desc",
    "id_high:desc",
    "id_low:desc",
  ],
  synonyms: synonyms(),
  typoTolerance: {
    enabled: true,
    minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 },
    // 2018 is not a misspelt 2019.
    disableOnNumbers: true,
    // Never in a document of the market today; a code that is nearly right is another car's.
    disableOnAttributes: ["plate", "vin", "stockNo"],
  },
  faceting: { maxValuesPerFacet: MOST_FACET_VALUES, sortFacetValuesBy: { "*": "count" } },
  pagination: { maxTotalHits: MOST_HITS },
  localizedAttributes: [{ locales: ["tur"], attributePatterns: ["words_*"] }],
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** True when the server's value says all that ours does; its own additions do not count. */
function agrees(wanted: unknown, found: unknown): boolean {
  if (Array.isArray(wanted) && Array.isArray(found)) {
    return wanted.length === found.length && wanted.every((each, at) => agrees(each, found[at]));
  }
  if (isObject(wanted) && isObject(found)) {
    return Object.entries(wanted).every(([key, value]) => agrees(value, found[key]));
  }
  return wanted === found;
}

/** Lists that are sets: servers give them back in an order of their own. */
const SETS = new Set(["filterableAttributes", "sortableAttributes"]);
const ordered = (name: string, value: unknown) =>
  SETS.has(name) && Array.isArray(value) ? [...value].sort() : value;

/** The settings that have to change, null when the server has them all. */
export function settingsToChange(found: Settings): Settings | null {
  const entries = Object.entries(LISTING_SETTINGS).filter(
    ([name, wanted]) =>
      !agrees(ordered(name, wanted), ordered(name, found[name as keyof Settings])),
  );
  return entries.length > 0 ? Object.fromEntries(entries) : null;
}
