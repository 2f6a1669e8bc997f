import { RANGE_EDGES } from "../facet-columns";
import type { Facet, FacetRange, RangeFacet } from "../search-index.port";
import { FACETS } from "../search-index.port";
import type { Misses } from "./column-filters";
import { bitOf } from "./column-filters";
import type { CodedColumn, ListingColumns } from "./listing-columns";

type Numbers = Uint8Array | Uint16Array | Uint32Array;

/** What a facet counts, and one more than the greatest value in it. */
function columnOf(market: ListingColumns, facet: Facet): { values: Numbers; size: number } {
  const { columns } = market;
  const ranges = { price: "priceRange", km: "kmRange", engine: "engineRange", power: "powerRange" };
  if (facet === "year") return { values: columns.year, size: 65_536 };
  if (facet === "province") return { values: columns.province, size: 256 };
  if (facet in ranges) {
    const name = ranges[facet as Exclude<RangeFacet, "year">] as "priceRange";
    return { values: columns[name], size: 256 };
  }
  const name = facet as Extract<Facet, CodedColumn>;
  return { values: columns[name], size: market.codes[name].size };
}

/** Counts by value; nothing is counted under 0. */
export type Tally = readonly (readonly [value: number, count: number])[];

function tallyOf(counts: Int32Array): Tally {
  const tally: [number, number][] = [];
  for (let value = 1; value < counts.length; value += 1) {
    const count = counts[value] ?? 0;
    if (count > 0) tally.push([value, count]);
  }
  return tally;
}

function countIn(values: Numbers, slots: Int32Array, counts: Int32Array): void {
  for (let at = 0; at < slots.length; at += 1) {
    const value = values[slots[at] ?? 0] ?? 0;
    counts[value] = (counts[value] ?? 0) + 1;
  }
}

/** Slots that nothing but the filter of one facet keeps out. */
function keptOutBy(misses: Misses, bit: number): Int32Array {
  const slots = new Int32Array(misses.length);
  let count = 0;
  for (let slot = 0; slot < misses.length; slot += 1) {
    if (misses[slot] === bit) {
      slots[count] = slot;
      count += 1;
    }
  }
  return slots.subarray(0, count);
}

interface Counted {
  readonly market: ListingColumns;
  readonly misses: Misses;
  readonly found: Int32Array;
  /** The facets that the request filters by: those alone can be kept out by their own. */
  readonly filtered: ReadonlySet<Facet>;
}

/** Counts each facet over what is found, and over what only its own filter keeps out. */
export function tallies(facets: readonly Facet[], counted: Counted): Map<Facet, Tally> {
  const { filtered, found, market, misses } = counted;
  return new Map(
    FACETS.filter((facet) => facets.includes(facet)).map((facet) => {
      const { size, values } = columnOf(market, facet);
      const counts = new Int32Array(size);
      countIn(values, found, counts);
      if (filtered.has(facet)) countIn(values, keptOutBy(misses, bitOf(facet)), counts);
      return [facet, tallyOf(counts)];
    }),
  );
}

/** A tally of a range facet as its ranges, ascending. */
export function tallyRanges(facet: RangeFacet, tally: Tally): FacetRange[] {
  const edges = RANGE_EDGES[facet];
  return tally.map(([value, count]) =>
    edges
      ? { from: edges[value - 1] ?? 0, to: edges[value] ?? null, count }
      : { from: value, to: value + 1, count },
  );
}

/** The value of a tally as it goes into a filter. */
export function tallyValue(market: ListingColumns, facet: Facet, value: number): string {
  if (facet === "province") return String(value);
  return market.codes[facet as Extract<Facet, CodedColumn>].valueOf(value);
}
