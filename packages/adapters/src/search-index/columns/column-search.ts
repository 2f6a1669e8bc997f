import { provinceByCode } from "@oto/domain";
import type { Pool } from "pg";
import { MOST_VALUES, namesOf } from "../listing-facets";
import type { ListingPlace } from "../listing-order";
import type { Facet, Facets, FacetValue, SearchRequest, ValueFacet } from "../search-index.port";
import { FACETS, RANGE_FACETS } from "../search-index.port";
import type { Tally } from "./column-facets";
import { tallies, tallyRanges, tallyValue } from "./column-facets";
import type { WordSlots } from "./column-filters";
import { bitOf, foundSlots, missesOf } from "./column-filters";
import type { ListingColumns } from "./listing-columns";

const NAMED: ReadonlySet<Facet> = new Set<Facet>(["make", "series", "model", "trim"]);
const RANGES: ReadonlySet<Facet> = new Set<Facet>(RANGE_FACETS);

export interface ColumnAnswer {
  readonly found: Int32Array;
  readonly tallies: ReadonlyMap<Facet, Tally>;
}

/** Facets that a request has a filter of. */
function filteredFacets(misses: Int32Array): Set<Facet> {
  let seen = 0;
  for (const each of misses) seen |= each;
  return new Set(FACETS.filter((facet) => (seen & bitOf(facet)) !== 0));
}

/** What a request finds and counts, from the columns alone. Takes no turns: a few milliseconds. */
export function askColumns(
  market: ListingColumns,
  request: SearchRequest,
  words: WordSlots,
): ColumnAnswer {
  const misses = missesOf(market, request, words);
  const found = foundSlots(misses);
  const facets = request.facets ?? [];
  if (facets.length === 0) return { found, tallies: new Map() };
  const filtered = filteredFacets(misses);
  return { found, tallies: tallies(facets, { market, misses, found, filtered }) };
}

interface Ranked {
  readonly value: string;
  readonly count: number;
}

/** The most frequent values; of equally frequent ones those that come first as text. */
function ranked(market: ListingColumns, facet: ValueFacet, tally: Tally): Ranked[] {
  const least = [...tally].sort(([, a], [, b]) => b - a)[MOST_VALUES - 1]?.[1] ?? 0;
  return tally
    .filter(([, count]) => count >= least)
    .map(([value, count]) => ({ value: tallyValue(market, facet, value), count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, MOST_VALUES);
}

/** Tallies as facets, with the names of what they count. */
export async function namedFacets(
  pool: Pool,
  market: ListingColumns,
  counted: ReadonlyMap<Facet, Tally>,
): Promise<Facets> {
  const values = [...counted]
    .filter(([facet]) => !RANGES.has(facet))
    .map(([facet, tally]) => [facet, ranked(market, facet as ValueFacet, tally)] as const);
  const ids = values.flatMap(([facet, list]) =>
    NAMED.has(facet) ? list.map(({ value }) => value) : [],
  );
  const names = ids.length > 0 ? await namesOf(pool, ids) : new Map<string, string>();
  const label = (facet: Facet, value: string): string | null => {
    if (facet === "province") return provinceByCode(Number(value))?.name ?? null;
    return names.get(value) ?? null;
  };
  const named = values.map(([facet, list]): [Facet, readonly FacetValue[]] => [
    facet,
    list.map(({ count, value }) => ({ value, label: label(facet, value), count })),
  ]);
  const ranges = RANGE_FACETS.flatMap((facet) => {
    const tally = counted.get(facet);
    return tally ? [[facet, tallyRanges(facet, tally)] as const] : [];
  });
  return Object.fromEntries([...named, ...ranges]) as Facets;
}

/** The place behind which a page by relevance goes on. */
export type RelevanceStart =
  | { readonly part: "ranked"; readonly place: ListingPlace | null }
  | { readonly part: "rest"; readonly place: ListingPlace };

/** Far below every rank: what is not ranked any more follows by its age. */
const REST = 9e15;

/** Reads a cursor by relevance; null for one of another engine, after which nothing follows. */
export function relevanceStart(place: ListingPlace | null): RelevanceStart | null {
  if (!place || Number(place.value) >= 0) return { part: "ranked", place };
  const published = Number(place.value) + REST;
  if (published < 0 || published > REST / 2) return null;
  const value = new Date(published).toISOString();
  return { part: "rest", place: { value, vehicleId: place.vehicleId } };
}

/** How the place of something that is not ranked is written. */
export const restPlace = ({ value, vehicleId }: ListingPlace): ListingPlace => ({
  value: String(Date.parse(value) - REST),
  vehicleId,
});
