import type { Facet, RangeFacet } from "./search-index.port";

const MILLION_TRY = 100_000_000;
const PRICE_EDGES = [0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 7.5, 10].map(
  (millions) => millions * MILLION_TRY,
);
/** The first edge keeps vehicles that have never been driven apart. */
const KM_EDGES = [0, 1, 10_000, 25_000, 50_000, 75_000, 100_000, 150_000, 200_000, 300_000];

/** Lower edges of the ranges, ascending; null when every whole number is its own range. */
export const RANGE_EDGES: Record<RangeFacet, readonly number[] | null> = {
  year: null,
  price: PRICE_EDGES,
  km: KM_EDGES,
};

export function isRangeFacet(facet: Facet): facet is RangeFacet {
  return facet in RANGE_EDGES;
}

const bucket = (column: string, edges: readonly number[]) =>
  `width_bucket(${column}, ARRAY[${edges.join(",")}]::bigint[])`;

/** What a row counts under, as SQL; the name doubles as the column's in the statement. */
export const FACET_SQL: Record<Facet, string> = {
  make: "make_id",
  series: "series_id",
  fuel: "fuel",
  transmission: "transmission",
  bodyType: "body_type",
  drivetrain: "drivetrain",
  color: "color",
  province: "province_code",
  year: "model_year",
  price: bucket("price_try", PRICE_EDGES),
  km: bucket("mileage_km::bigint", KM_EDGES),
};

/**
 * Facets that are counted together in one table of combinations, small enough to add up by hand:
 * the server then touches four counters a row instead of eleven.
 */
export const CUBES: readonly (readonly Facet[])[] = [
  ["fuel", "transmission", "bodyType", "drivetrain", "color"],
  ["make", "series"],
  ["province", "year"],
  ["price", "km"],
];
