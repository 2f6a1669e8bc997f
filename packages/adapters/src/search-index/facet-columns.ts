import type { Facet, RangeFacet } from "./search-index.port";

const MILLION_TRY = 100_000_000;
const PRICE_EDGES = [0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 7.5, 10].map(
  (millions) => millions * MILLION_TRY,
);
/** The first edge keeps vehicles that have never been driven apart. */
const KM_EDGES = [0, 1, 10_000, 25_000, 50_000, 75_000, 100_000, 150_000, 200_000, 300_000];

const ENGINE_EDGES = [0, 1_001, 1_301, 1_501, 1_601, 1_801, 2_001, 2_501, 3_001, 4_001];
const POWER_EDGES = [0, 76, 101, 126, 151, 176, 201, 251, 301, 401];

/** Lower edges of the ranges, ascending; null when every whole number is its own range. */
export const RANGE_EDGES: Record<RangeFacet, readonly number[] | null> = {
  year: null,
  price: PRICE_EDGES,
  km: KM_EDGES,
  engine: ENGINE_EDGES,
  power: POWER_EDGES,
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
  model: "model_id",
  trim: "trim_id",
  fuel: "fuel",
  transmission: "transmission",
  bodyType: "body_type",
  drivetrain: "drivetrain",
  color: "color",
  province: "province_code",
  damage: "damage_status",
  year: "model_year",
  price: bucket("price_try", PRICE_EDGES),
  km: bucket("mileage_km::bigint", KM_EDGES),
  engine: bucket("engine_cc::bigint", ENGINE_EDGES),
  power: bucket("power_hp::bigint", POWER_EDGES),
};

/**
 * Facets that are counted together in one table of combinations, small enough to add up by hand:
 * the server then touches five counters a row instead of fifteen.
 */
export const CUBES: readonly (readonly Facet[])[] = [
  ["fuel", "transmission", "bodyType", "drivetrain", "color"],
  ["make", "series", "model", "trim"],
  ["province", "year", "damage"],
  ["price", "km"],
  ["engine", "power"],
];
