import { districtsOf, PROVINCES } from "../geo";
import { slugify } from "../text";
import type { Locale } from "../values";
import { readBounds } from "./bounds";
import type { Understood } from "./chip";
import { boundsChip, phraseChip } from "./chip";
import type { MarketplaceFilters } from "./marketplace-filters";
import { readNumberFilters } from "./number-filters";
import { readQuantity } from "./quantity";
import type { CatalogIndex, CatalogMake, CatalogSeries } from "./query-catalog";
import { compactKey, isOneEditApart } from "./query-catalog";
import type { Token } from "./token";
import { STOP_WORDS, VOCABULARY } from "./vocabulary";

/** A stretch of words that was understood; a hit without a chip is a word that says nothing. */
export interface Hit {
  length: number;
  filters: MarketplaceFilters;
  chip: Pick<Understood, "key" | "value" | "label"> | null;
  make?: CatalogMake;
  /** Ids of the series that were meant. */
  series?: readonly string[];
}

/** What surrounds the words that a matcher looks at. */
export interface Scene {
  index: CatalogIndex;
  locale: Locale;
  /** Makes named anywhere in the query. */
  makes: readonly CatalogMake[];
  /** The make named right before these words. */
  previousMake: CatalogMake | null;
  /** Ids of the series named right before these words. */
  previousSeries: readonly string[];
}

/** Looks at unread words from its first on. */
export type Matcher = (run: readonly Token[], scene: Scene) => Hit | null;

const MAX_NAME_WORDS = 4;

/** The longest name that some words from the first on spell. */
export function longest<T>(
  run: readonly Token[],
  find: (key: string, length: number) => T | null | undefined | false,
): { found: T; length: number } | null {
  for (let length = Math.min(MAX_NAME_WORDS, run.length); length > 0; length -= 1) {
    const words = run.slice(0, length);
    if (words.some((token) => compactKey(token.folded) === "")) continue;
    const found = find(compactKey(words.map((token) => token.folded).join("")), length);
    if (found) return { found, length };
  }
  return null;
}

function makeHit(make: CatalogMake, length: number): Hit {
  const chip = { key: "make", value: make.id, label: make.name } as const;
  return { length, filters: { makeIds: [make.id] }, chip, make };
}

function seriesHit(candidates: readonly CatalogSeries[], length: number, scene: Scene): Hit {
  const own = candidates.filter((each) => scene.makes.some((make) => make.id === each.makeId));
  const chosen = own.length > 0 ? own : candidates;
  const ids = chosen.map((each) => each.id);
  const label = [...new Set(chosen.map((each) => each.name))].join(" / ");
  return {
    length,
    filters: { seriesIds: ids },
    chip: { key: "series", value: ids.join(","), label },
    series: ids,
  };
}

/** `şahin` is an alias of Tofaş and a series of it: the series says more. */
export const matchMake: Matcher = (run, scene) => {
  const hit = longest(run, (key) => {
    const make = scene.index.makes.get(key);
    const isSeries = scene.index.series.get(key)?.some(({ makeId }) => makeId === make?.id);
    const isItsName = make !== undefined && compactKey(make.name) === key;
    return make && (isItsName || !isSeries) ? make : null;
  });
  return hit && makeHit(hit.found, hit.length);
};

const vocabulary = new Map<string, MarketplaceFilters>(
  VOCABULARY.flatMap((phrase) => phrase.words.map((words) => [words, phrase.filters] as const)),
);
/** Spellings of phrases without blanks. */
export const vocabularyKeys = new Set([...vocabulary.keys()].map(compactKey));

/** `m sport`, `s line`: what follows makes a letter the beginning of a trim. */
const TRIM_ENDINGS = new Set(["sport", "line", "plus", "paket", "design"]);

/** `peugeot 2008`, `bmw 3`, `mercedes c`: short names mean a series only behind their make. */
export const matchSeriesBehindMake: Matcher = (run, scene) => {
  const make = scene.previousMake;
  const amount = readQuantity(run, 0);
  if (!make || (amount && (amount.unit !== null || amount.scale > 1))) return null;
  const hit = longest(run, (key, length) => {
    if (key.length === 1 && TRIM_ENDINGS.has(run[length]?.folded ?? "")) return null;
    const own = scene.index.series.get(key)?.filter((each) => each.makeId === make.id);
    return own && own.length > 0 ? own : null;
  });
  return hit && seriesHit(hit.found, hit.length, scene);
};

/** Series that are called like a unit (Acura TL, Volkswagen CC) are meant only behind their make. */
const UNIT_WORDS = new Set(["tl", "cc", "lt", "hp", "bg", "ps", "km", "try", "bin"]);

export const matchSeries: Matcher = (run, scene) => {
  const hit = longest(run, (key) => {
    if (key.length < 2 || !/[a-z]/.test(key) || vocabularyKeys.has(key)) return null;
    if (UNIT_WORDS.has(key)) return null;
    return scene.index.series.get(key);
  });
  return hit && seriesHit(hit.found, hit.length, scene);
};

/** `3008`, `208`, `500`: what no year or amount has claimed. */
export const matchNumericSeries: Matcher = (run, scene) => {
  const word = run[0]?.folded ?? "";
  const candidates = /^\d{3,4}$/.test(word) ? scene.index.series.get(word) : undefined;
  return candidates ? seriesHit(candidates, 1, scene) : null;
};

export const matchNumbers: Matcher = (run, scene) => {
  const bounds = readBounds(run, 0);
  const read = bounds && readNumberFilters(bounds);
  if (!bounds || !read) return null;
  const { filters, kind } = read;
  return { length: bounds.next, filters, chip: boundsChip(kind, filters, scene.locale) };
};

const MAX_PHRASE_WORDS = 3;

function phraseHit(run: readonly Token[], scene: Scene, fewest: number): Hit | null {
  for (let length = Math.min(MAX_PHRASE_WORDS, run.length); length >= fewest; length -= 1) {
    const words = run.slice(0, length).map((token) => token.folded);
    const filters = vocabulary.get(words.join(" "));
    if (filters) return { length, filters, chip: phraseChip(filters, scene.locale) };
  }
  return null;
}

/** Phrases of several words come before series: `pick up` is no Volkswagen up!. */
export const matchPhrase: Matcher = (run, scene) => phraseHit(run, scene, 2);

export const matchVocabulary: Matcher = (run, scene) => phraseHit(run, scene, 1);

const provinceBySpelling = new Map(
  PROVINCES.map((province) => [compactKey(province.name), province]),
);
for (const [alias, code] of [
  ["afyon", 3],
  ["maras", 46],
  ["urfa", 63],
  ["antep", 27],
  ["izmit", 41],
  ["adapazari", 54],
  ["icel", 33],
] as const) {
  const province = PROVINCES.find((each) => each.code === code);
  if (province) provinceBySpelling.set(alias, province);
}

/** District names that only one province has and that are long enough to be meant. */
const districtBySpelling = new Map<string, { name: string; provinceCode: number } | null>();
for (const { code } of PROVINCES) {
  for (const name of districtsOf(code)) {
    const key = compactKey(slugify(name));
    if (key.length < 5) continue;
    districtBySpelling.set(key, districtBySpelling.has(key) ? null : { name, provinceCode: code });
  }
}

function withoutLocative(word: string): string {
  return word.replace(/(?:daki|deki|taki|teki|dan|den|tan|ten|da|de|ta|te)$/, "");
}

/** How far around a province `çevresi` reaches. */
const AROUND_KM = 150;
const AROUND_WORDS = new Set([
  "civari",
  "cevresi",
  "yakini",
  "yakinlari",
  "etrafi",
  "yakinlarinda",
]);

/** `istanbul çevresi`, `ankara ve civarı`: provinces nearby as well. */
function aroundHit(run: readonly Token[], code: number, scene: Scene): Hit | null {
  const length = run[1]?.folded === "ve" ? 3 : 2;
  if (!AROUND_WORDS.has(run[length - 1]?.folded ?? "")) return null;
  const name = PROVINCES.find((each) => each.code === code)?.name ?? "";
  const label =
    scene.locale === "tr" ? `${name} ve çevresi (${AROUND_KM} km)` : `${name} ± ${AROUND_KM} km`;
  return {
    length,
    filters: { near: { provinceCode: code, km: AROUND_KM } },
    chip: { key: "near", value: `${code}..${AROUND_KM}`, label },
  };
}

export const matchPlace: Matcher = (run, scene) => {
  const word = compactKey(run[0]?.folded ?? "");
  for (const key of [word, withoutLocative(word)]) {
    const province = provinceBySpelling.get(key);
    if (province) {
      const around = aroundHit(run, province.code, scene);
      if (around) return around;
      const chip = { key: "province", value: String(province.code), label: province.name } as const;
      return { length: 1, filters: { provinceCodes: [province.code] }, chip };
    }
    const district = districtBySpelling.get(key);
    if (district) {
      const { name, provinceCode } = district;
      const chip = { key: "district", value: name, label: name } as const;
      return { length: 1, filters: { provinceCodes: [provinceCode], districts: [name] }, chip };
    }
  }
  return null;
};

/** Short words have too many neighbours; those of five letters must begin alike. */
function isSlipOf(word: string, key: string): boolean {
  if (word.length < 5 || key.length < 5 || !/^[a-z]+$/.test(key)) return false;
  if ((word.length < 6 || key.length < 6) && word[0] !== key[0]) return false;
  return isOneEditApart(word, key);
}

function nearest<T>(word: string, table: ReadonlyMap<string, T>): T | undefined {
  for (const [key, value] of table) if (isSlipOf(word, key)) return value;
  return undefined;
}

const longVocabulary = new Map(
  [...vocabulary].filter(([words]) => words.length >= 6 && !words.includes(" ")),
);
const longProvinces = new Map([...provinceBySpelling].filter(([key]) => key.length >= 6));

/** One typing slip in a make, a series, a phrase or a province. */
export const matchMisspelled: Matcher = (run, scene) => {
  const word = run[0]?.folded ?? "";
  if (!/^[a-z]{5,}$/.test(word)) return null;
  const make = nearest(word, scene.index.makes);
  if (make) return makeHit(make, 1);
  const series = nearest(word, scene.index.series);
  if (series) return seriesHit(series, 1, scene);
  const filters = nearest(word, longVocabulary);
  if (filters) return { length: 1, filters, chip: phraseChip(filters, scene.locale) };
  const province = nearest(word, longProvinces);
  if (!province) return null;
  const chip = { key: "province", value: String(province.code), label: province.name } as const;
  return { length: 1, filters: { provinceCodes: [province.code] }, chip };
};

export const matchStopWord: Matcher = (run) => {
  const word = run[0]?.folded ?? "";
  return word === "" || STOP_WORDS.has(word) ? { length: 1, filters: {}, chip: null } : null;
};
