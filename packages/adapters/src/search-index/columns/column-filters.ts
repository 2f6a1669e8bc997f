import type { MarketplaceFilters } from "@oto/domain";
import { provincesWithin } from "@oto/domain";
import { UNCOMPARABLE_PRICE } from "../listing-row";
import type { Facet, SearchRequest } from "../search-index.port";
import { FACETS } from "../search-index.port";
import type { CodedColumn, ListingColumns } from "./listing-columns";
import { FLAG, UNKNOWN } from "./listing-columns";

/** Bit of what is out whatever facet looks; the bits below are those of the facets' own filters. */
export const OUT = 2 ** 30;

type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

/** Why a listing is not found: a bit for each failed filter, by facet. */
export type Misses = Int32Array;

export const bitOf = (facet: Facet | null): number =>
  facet === null ? OUT : 2 ** FACETS.indexOf(facet);

interface Column {
  readonly values: Numbers;
  readonly bit: number;
}

function missUnlessIn(misses: Misses, { bit, values }: Column, wanted: readonly number[]): void {
  const greatest = wanted.reduce((most, each) => Math.max(most, each), 0);
  const isWanted = new Uint8Array(greatest + 1);
  for (const each of wanted) isWanted[each] = 1;
  for (let slot = 0; slot < misses.length; slot += 1) {
    if (isWanted[values[slot] ?? 0] !== 1) misses[slot] = (misses[slot] ?? 0) | bit;
  }
}

interface Bounds {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

function missUnlessWithin(misses: Misses, { bit, values }: Column, { min, max }: Bounds): void {
  if (min === undefined && max === undefined) return;
  const low = min ?? 0;
  const high = max ?? Number.MAX_VALUE;
  for (let slot = 0; slot < misses.length; slot += 1) {
    const value = values[slot] ?? UNKNOWN;
    if (value < low || value > high) misses[slot] = (misses[slot] ?? 0) | bit;
  }
}

function missByFlags(
  misses: Misses,
  flags: Uint8Array,
  { mask, wanted }: { mask: number; wanted: number },
): void {
  for (let slot = 0; slot < misses.length; slot += 1) {
    if (((flags[slot] ?? 0) & mask) !== wanted) misses[slot] = (misses[slot] ?? 0) | OUT;
  }
}

const LISTS = [
  ["makeIds", "make", "make"],
  ["seriesIds", "series", "series"],
  ["modelIds", "model", "model"],
  ["trimIds", "trim", "trim"],
  ["fuels", "fuel", "fuel"],
  ["transmissions", "transmission", "transmission"],
  ["bodyTypes", "bodyType", "bodyType"],
  ["drivetrains", "drivetrain", "drivetrain"],
  ["colors", "color", "color"],
  ["districts", "province", "district"],
  ["damageStatuses", "damage", "damage"],
] as const satisfies readonly (readonly [keyof MarketplaceFilters, Facet, CodedColumn])[];

function applyLists(misses: Misses, market: ListingColumns, filters: MarketplaceFilters): void {
  for (const [key, facet, name] of LISTS) {
    const wanted = filters[key];
    if (!wanted || wanted.length === 0) continue;
    const codes = market.codes[name].known(wanted);
    missUnlessIn(misses, { values: market.columns[name], bit: bitOf(facet) }, codes);
  }
  const { galleryId, near, provinceCodes } = filters;
  const { gallery, province } = market.columns;
  if (provinceCodes && provinceCodes.length > 0) {
    missUnlessIn(misses, { values: province, bit: bitOf("province") }, provinceCodes);
  }
  if (near) {
    const reached = provincesWithin(near.provinceCode, near.km);
    missUnlessIn(misses, { values: province, bit: OUT }, reached);
  }
  if (galleryId !== undefined) {
    const codes = market.codes.gallery.known([galleryId]);
    missUnlessIn(misses, { values: gallery, bit: OUT }, codes);
  }
}

function applyRanges(misses: Misses, market: ListingColumns, filters: MarketplaceFilters): void {
  const { engine, km, painted, power, price, published, trust, year } = market.columns;
  const ranges: readonly (readonly [Numbers, Bounds, Facet | null])[] = [
    [year, { min: filters.yearMin, max: filters.yearMax }, "year"],
    [km, { min: filters.kmMin, max: filters.kmMax }, "km"],
    [engine, { min: filters.engineCcMin, max: filters.engineCcMax }, "engine"],
    [power, { min: filters.powerHpMin, max: filters.powerHpMax }, "power"],
    [painted, { max: filters.maxPaintedPanels }, null],
    [trust, { min: filters.trustMin }, null],
  ];
  for (const [values, bounds, facet] of ranges) {
    missUnlessWithin(misses, { values, bit: bitOf(facet) }, bounds);
  }
  const { listedSinceDays, priceMax, priceMin } = filters;
  if (priceMin !== undefined || priceMax !== undefined) {
    const max = Math.min(priceMax ?? UNCOMPARABLE_PRICE, UNCOMPARABLE_PRICE - 1);
    missUnlessWithin(misses, { values: price, bit: bitOf("price") }, { min: priceMin, max });
  }
  if (listedSinceDays !== undefined) {
    const min = Date.now() - listedSinceDays * 86_400_000;
    missUnlessWithin(misses, { values: published, bit: OUT }, { min });
  }
}

function applyFlags(misses: Misses, market: ListingColumns, request: SearchRequest): void {
  let mask: number = FLAG.live;
  let wanted: number = FLAG.live;
  const demand = (flag: number, value: boolean | undefined) => {
    if (value === undefined) return;
    mask |= flag;
    if (value) wanted |= flag;
  };
  const { flawless, hasPhotos, tradeIn, warranty } = request.filters ?? {};
  demand(FLAG.public, request.publicOnly ? true : undefined);
  demand(FLAG.flawless, flawless);
  demand(FLAG.warranty, warranty);
  demand(FLAG.tradeIn, tradeIn);
  demand(FLAG.hasPhotos, hasPhotos);
  missByFlags(misses, market.columns.flags, { mask, wanted });
}

/** Slots that words were found in; null when none were asked for. */
export type WordSlots = Int32Array | null;

/** Marks what a request does not find, and by whose filter. */
export function missesOf(market: ListingColumns, request: SearchRequest, words: WordSlots): Misses {
  const misses = new Int32Array(market.size);
  if (words) {
    misses.fill(OUT);
    for (const slot of words) misses[slot] = 0;
  }
  applyFlags(misses, market, request);
  const { excludeGalleryId, filters } = request;
  if (excludeGalleryId !== undefined) {
    const [own] = market.codes.gallery.known([excludeGalleryId]);
    const { gallery } = market.columns;
    for (let slot = 0; own !== undefined && slot < misses.length; slot += 1) {
      if (gallery[slot] === own) misses[slot] = OUT;
    }
  }
  if (filters) {
    applyLists(misses, market, filters);
    applyRanges(misses, market, filters);
  }
  return misses;
}

/** What the whole request finds. */
export function foundSlots(misses: Misses): Int32Array {
  const found = new Int32Array(misses.length);
  let count = 0;
  for (let slot = 0; slot < misses.length; slot += 1) {
    if (misses[slot] === 0) {
      found[count] = slot;
      count += 1;
    }
  }
  return found.subarray(0, count);
}
