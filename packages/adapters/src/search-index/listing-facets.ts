import { provinceByCode } from "@oto/domain";
import type { Pool } from "pg";
import type { ListingConditions } from "./listing-conditions";
import { Parameters } from "./listing-conditions";
import type {
  Facet,
  FacetRange,
  Facets,
  FacetValue,
  RangeFacet,
  ValueFacet,
} from "./search-index.port";

/** Rows that facets are counted over exactly; larger results are sampled down to about as many. */
const EXACT_ROWS = 50_000;
const MOST_VALUES = 100;

const COLUMN_OF: Record<ValueFacet, string> = {
  make: "make_id",
  series: "series_id",
  fuel: "fuel",
  transmission: "transmission",
  bodyType: "body_type",
  drivetrain: "drivetrain",
  color: "color",
  province: "province_code",
};

const MILLION_TRY = 100_000_000;
const PRICE_EDGES = [0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 7.5, 10].map(
  (millions) => millions * MILLION_TRY,
);
const KM_EDGES = [0, 1, 10_000, 25_000, 50_000, 75_000, 100_000, 150_000, 200_000, 300_000];

const RANGE_OF: Record<RangeFacet, { column: string; edges: readonly number[] | null }> = {
  year: { column: "model_year", edges: null },
  price: { column: "price_try", edges: PRICE_EDGES },
  km: { column: "mileage_km", edges: KM_EDGES },
};

function isRange(facet: Facet): facet is RangeFacet {
  return facet in RANGE_OF;
}

interface CountRow {
  facet: Facet | "total";
  value: string | null;
  label: string | null;
  count: string;
}

export interface FacetRequest {
  readonly conditions: ListingConditions;
  readonly facets: readonly Facet[];
  /** Rows the planner expects for the whole request; null when they are known to be few. */
  estimate(except?: Facet): Promise<number>;
}

export interface FacetCounts {
  readonly facets: Facets;
  readonly exact: boolean;
  /** Rows of the whole request, when they were counted on the way. */
  readonly total: number | null;
}

function valueSelect(facet: ValueFacet): string {
  const column = COLUMN_OF[facet];
  const isNamed = facet === "make" || facet === "series";
  // Any listing of the group knows its name.
  const any = isNamed ? ", (array_agg(vehicle_id))[1] AS any_id" : "";
  const counted = `SELECT ${column} AS value, count(*) AS count${any} FROM matching
    WHERE ${column} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${MOST_VALUES}`;
  const label = isNamed
    ? `(SELECT l.doc->>'${facet}Name' FROM search_listing l WHERE l.vehicle_id = c.any_id)`
    : "NULL";
  return `SELECT '${facet}' AS facet, c.value::text, ${label} AS label, c.count FROM (${counted}) c`;
}

function rangeSelect(facet: RangeFacet): string {
  const { column, edges } = RANGE_OF[facet];
  const bucket = edges
    ? `width_bucket(${column}, ARRAY[${edges.join(",")}]::bigint[])`
    : `${column}::int`;
  return `SELECT '${facet}' AS facet, ${bucket}::text AS value, NULL AS label, count(*) AS count
    FROM matching GROUP BY 2`;
}

function toRange(facet: RangeFacet, row: CountRow, count: number): FacetRange {
  const { edges } = RANGE_OF[facet];
  const at = Number(row.value);
  if (!edges) return { from: at, to: at + 1, count };
  return { from: edges[at - 1] ?? 0, to: edges[at] ?? null, count };
}

function toValue(facet: ValueFacet, row: CountRow, count: number): FacetValue {
  const value = row.value ?? "";
  const label = facet === "province" ? (provinceByCode(Number(value))?.name ?? null) : row.label;
  return { value, label, count };
}

/** Facets that see the same rows share one statement. */
function grouped({ conditions, facets }: FacetRequest): (readonly Facet[])[] {
  const own = facets.filter((facet) => conditions.isFiltered(facet));
  const shared = facets.filter((facet) => !conditions.isFiltered(facet));
  return [...(shared.length > 0 ? [shared] : []), ...own.map((facet) => [facet])];
}

async function countGroup(
  pool: Pool,
  request: FacetRequest,
  group: readonly Facet[],
): Promise<{ rows: CountRow[]; scale: number; whole: boolean }> {
  const { conditions } = request;
  const [first] = group;
  const except = group.length === 1 && first && conditions.isFiltered(first) ? first : undefined;
  const expected = await request.estimate(except);
  const share = Math.min(1, EXACT_ROWS / Math.max(1, expected));
  const sample = share < 1 ? `TABLESAMPLE SYSTEM (${(share * 100).toFixed(4)})` : "";
  const parameters = new Parameters();
  const columns = [
    "vehicle_id",
    ...Object.values(COLUMN_OF),
    ...Object.values(RANGE_OF).map((r) => r.column),
  ];
  const selects = group.map((facet) => (isRange(facet) ? rangeSelect(facet) : valueSelect(facet)));
  const sql = `WITH matching AS MATERIALIZED (
      SELECT ${[...new Set(columns)].join(", ")} FROM search_listing ${sample}
      WHERE ${conditions.where(parameters, except)})
    SELECT 'total' AS facet, NULL AS value, NULL AS label, count(*) AS count FROM matching
    UNION ALL ${selects.map((select) => `(${select})`).join(" UNION ALL ")}`;
  const { rows } = await pool.query<CountRow>(sql, parameters.values);
  return { rows, scale: 1 / share, whole: except === undefined };
}

/** Counts facets, each without its own filter. */
export async function countFacets(pool: Pool, request: FacetRequest): Promise<FacetCounts> {
  const groups = await Promise.all(
    grouped(request).map((group) => countGroup(pool, request, group)),
  );
  const values: Partial<Record<ValueFacet, FacetValue[]>> = {};
  const ranges: Partial<Record<RangeFacet, FacetRange[]>> = {};
  for (const facet of request.facets) {
    if (isRange(facet)) ranges[facet] = [];
    else values[facet] = [];
  }
  let total: number | null = null;
  for (const { rows, scale, whole } of groups) {
    for (const row of rows) {
      const count = Math.round(Number(row.count) * scale);
      if (row.facet === "total") total = whole && scale === 1 ? count : total;
      else if (isRange(row.facet)) ranges[row.facet]?.push(toRange(row.facet, row, count));
      else values[row.facet]?.push(toValue(row.facet, row, count));
    }
  }
  for (const list of Object.values(ranges)) list.sort((a, b) => a.from - b.from);
  return {
    facets: { ...values, ...ranges },
    exact: groups.every(({ scale }) => scale === 1),
    total,
  };
}
