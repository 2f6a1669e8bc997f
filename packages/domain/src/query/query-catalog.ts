import { fold } from "../text";
import type { BadgeIndex, CatalogModel } from "./model-badges";
import { badgeIndex } from "./model-badges";

export interface CatalogMake {
  id: string;
  name: string;
  slug: string;
  aliases?: readonly string[];
}

export interface CatalogSeries {
  id: string;
  makeId: string;
  name: string;
  slug: string;
  aliases?: readonly string[];
}

/** What understanding needs to know of the catalogue. */
export interface QueryCatalog {
  makes: readonly CatalogMake[];
  series: readonly CatalogSeries[];
  /** Without them, badges such as `320d` are left for full-text search. */
  models?: readonly CatalogModel[];
}

/** Spellings without blanks and hyphens → what they name. */
export interface CatalogIndex {
  makes: ReadonlyMap<string, CatalogMake>;
  series: ReadonlyMap<string, readonly CatalogSeries[]>;
  models: BadgeIndex;
}

const indexes = new WeakMap<QueryCatalog, CatalogIndex>();

/** `Mercedes-Benz` → `mercedesbenz`, `C-HR` → `chr`, `i 20` → `i20`. */
export function compactKey(text: string): string {
  return fold(text).replace(/[^a-z0-9]/g, "");
}

/** `3 Serisi` is asked for as `3 serisi`, `3 series` and, behind its make, as `3`. */
function seriesSpellings(series: CatalogSeries): string[] {
  const key = compactKey(series.name);
  const stem = key.replace(/(serisi|series|class|sinifi)$/, "");
  const spellings = [key, compactKey(series.slug), ...(series.aliases ?? []).map(compactKey)];
  if (stem !== key && stem !== "") spellings.push(`${stem}serisi`, `${stem}series`, stem);
  return spellings.filter((spelling) => spelling !== "");
}

const SHORTEST_FAMILY = 4;
/** First words of series that say nothing by themselves. */
const NO_FAMILY = new Set(["model", "grand", "super", "sport", "land", "great", "city", "seri"]);

/** `Egea Sedan`, `Egea Cross` → `egea` means all of them. */
function families(all: readonly CatalogSeries[]): Map<string, CatalogSeries[]> {
  const byWord = new Map<string, CatalogSeries[]>();
  for (const each of all) {
    const [word = "", ...more] = fold(each.name).split(/[\s-]+/);
    if (more.length === 0 || word.length < SHORTEST_FAMILY || !/^[a-z]+$/.test(word)) continue;
    if (NO_FAMILY.has(word)) continue;
    byWord.set(word, [...(byWord.get(word) ?? []), each]);
  }
  const oneMake = (family: readonly CatalogSeries[]) =>
    family.length > 1 && family.every(({ makeId }) => makeId === family[0]?.makeId);
  return new Map([...byWord].filter(([, family]) => oneMake(family)));
}

/** The look-up tables of a catalogue, built once for each catalogue object. */
export function catalogIndex(catalog: QueryCatalog): CatalogIndex {
  const known = indexes.get(catalog);
  if (known) return known;
  const makes = new Map<string, CatalogMake>();
  for (const make of catalog.makes) {
    for (const spelling of [make.name, make.slug, ...(make.aliases ?? [])]) {
      const key = compactKey(spelling);
      if (key !== "" && !makes.has(key)) makes.set(key, make);
    }
  }
  const series = new Map<string, CatalogSeries[]>();
  for (const each of catalog.series) {
    for (const key of new Set(seriesSpellings(each))) {
      series.set(key, [...(series.get(key) ?? []), each]);
    }
  }
  for (const [key, family] of families(catalog.series)) {
    if (!series.has(key) && !makes.has(key)) series.set(key, family);
  }
  const makeOf = new Map(catalog.series.map(({ id, makeId }) => [id, makeId]));
  const badged = (catalog.models ?? []).flatMap((model) => {
    const makeId = makeOf.get(model.seriesId);
    return makeId === undefined ? [] : [{ ...model, makeId }];
  });
  const models = badgeIndex(badged, (key) => series.has(key) || makes.has(key));
  const built = { makes, series, models };
  indexes.set(catalog, built);
  return built;
}

/** Whether one typing slip (a letter more, less, other, or two swapped) lies between two words. */
export function isOneEditApart(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  const restA = a.slice(start, endA);
  const restB = b.slice(start, endB);
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restA === `${restB[1]}${restB[0]}` && restB.length === 2;
}
