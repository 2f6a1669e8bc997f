import { provinceByCode } from "@oto/domain";
import type { Pool } from "pg";
import { CUBES, FACET_SQL, isRangeFacet, RANGE_EDGES } from "./facet-columns";
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
const EXACT_ROWS = 25_000;
/** What reading the rows may cost by the planner's measure before fewer are read … */
const EXACT_COST = 10_000;
/** … though never so few that the counts say nothing. */
const FEWEST_ROWS = 2_000;
/** Values that a facet names, the most frequent first. */
export const MOST_VALUES = 100;

export interface FacetRequest {
  readonly conditions: ListingConditions;
  readonly facets: readonly Facet[];
  /** What to expect of the whole request, or of it without the filters of one facet. */
  estimate(except?: Facet): Promise<Estimate>;
}

/** The planner's guess of a statement: rows it finds, and cost in its own unit. */
export interface Estimate {
  readonly rows: number;
  readonly cost: number;
}

/** Share of the table to read: all of it unless that takes too long. */
function shareOf({ rows, cost }: Estimate): number {
  const affordable = Math.max(EXACT_COST / Math.max(1, cost), FEWEST_ROWS / Math.max(1, rows));
  return Math.min(1, EXACT_ROWS / Math.max(1, rows), affordable);
}

export interface FacetCounts {
  readonly facets: Facets;
  readonly exact: boolean;
  /** Rows of the whole request, when they were counted on the way. */
  readonly total: number | null;
}

type Counts = Map<string, number>;

interface GroupCounts {
  readonly counts: ReadonlyMap<Facet, Counts>;
  readonly scale: number;
  /** Rows of the whole request; null for a facet that left out its own filter. */
  readonly total: number | null;
}

/** Facets that see the same rows share one statement. */
function grouped({ conditions, facets }: FacetRequest): (readonly Facet[])[] {
  const own = facets.filter((facet) => conditions.isFiltered(facet));
  const shared = facets.filter((facet) => !conditions.isFiltered(facet));
  return [...(shared.length > 0 ? [shared] : []), ...own.map((facet) => [facet])];
}

/** The tables of combinations that a group needs. */
function cubesOf(group: readonly Facet[]): (readonly Facet[])[] {
  const needed = new Set(group);
  return CUBES.map((cube) => cube.filter((facet) => needed.has(facet))).filter(
    (cube) => cube.length > 0,
  );
}

function cubeSql(cubes: readonly (readonly Facet[])[], from: string): string {
  const all = cubes.flat();
  const columns = all.map((facet) => `${FACET_SQL[facet]} AS "${facet}"`).join(", ");
  const names = all.map((facet) => `"${facet}"`).join(", ");
  const sets = cubes.map((cube) => `(${cube.map((facet) => `"${facet}"`).join(", ")})`);
  return `SELECT ${names}, GROUPING(${names}) AS left_out, count(*)::int AS count
    FROM (SELECT ${columns} FROM ${from}) AS matching
    GROUP BY GROUPING SETS (${sets.join(", ")})`;
}

/** The number that GROUPING gives a cube: a bit for every column that it leaves out. */
function signature(cube: readonly Facet[], all: readonly Facet[]): number {
  return all.reduce((bits, facet) => bits * 2 + (cube.includes(facet) ? 0 : 1), 0);
}

type CubeRow = Record<Facet, string | number | null> & { left_out: number; count: number };

function addUp(
  rows: readonly CubeRow[],
  cubes: readonly (readonly Facet[])[],
): Pick<GroupCounts, "counts" | "total"> {
  const all = cubes.flat();
  const cubeBySignature = new Map(cubes.map((cube) => [signature(cube, all), cube]));
  const counts = new Map<Facet, Counts>(all.map((facet) => [facet, new Map()]));
  let total = 0;
  for (const row of rows) {
    const cube = cubeBySignature.get(row.left_out) ?? [];
    if (cube === cubes[0]) total += row.count;
    for (const facet of cube) {
      const value = row[facet];
      if (value === null) continue;
      const known = counts.get(facet);
      known?.set(String(value), (known.get(String(value)) ?? 0) + row.count);
    }
  }
  return { counts, total };
}

async function countGroup(
  pool: Pool,
  request: FacetRequest,
  group: readonly Facet[],
): Promise<GroupCounts> {
  const { conditions } = request;
  const [first] = group;
  const except = first && conditions.isFiltered(first) ? first : undefined;
  const share = shareOf(await request.estimate(except));
  const sample = share < 1 ? `TABLESAMPLE SYSTEM (${(share * 100).toFixed(4)})` : "";
  const parameters = new Parameters();
  const where = conditions.where(parameters, except);
  const cubes = cubesOf(group);
  const sql = cubeSql(cubes, `search_listing ${sample} WHERE ${where}`);
  const { rows } = await pool.query<CubeRow>(sql, parameters.values);
  const added = addUp(rows, cubes);
  const isWhole = except === undefined && share === 1;
  return { ...added, scale: 1 / share, total: isWhole ? added.total : null };
}

function mostFrequent(counts: Counts): (readonly [string, number])[] {
  const ranked = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return ranked.slice(0, MOST_VALUES);
}

function toRanges(facet: RangeFacet, { counts, scale }: GroupCounts): FacetRange[] {
  const edges = RANGE_EDGES[facet];
  const ranges = [...(counts.get(facet) ?? [])].map(([value, seen]) => {
    const at = Number(value);
    const count = Math.round(seen * scale);
    if (!edges) return { from: at, to: at + 1, count };
    return { from: edges[at - 1] ?? 0, to: edges[at] ?? null, count };
  });
  return ranges.sort((a, b) => a.from - b.from);
}

/** Names of makes, series, models and trims as the newest listings write them. */
export async function namesOf(pool: Pool, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await pool.query<{ id: string; name: string }>({
    name: "search-names",
    text: "SELECT id, name FROM search_name WHERE id = ANY ($1::uuid[])",
    values: [ids],
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

const NAMED: ReadonlySet<Facet> = new Set<Facet>(["make", "series", "model", "trim"]);

async function toValues(pool: Pool, facet: ValueFacet, group: GroupCounts): Promise<FacetValue[]> {
  const ranked = mostFrequent(group.counts.get(facet) ?? new Map());
  const ids = ranked.map(([id]) => id);
  const names = NAMED.has(facet) ? await namesOf(pool, ids) : new Map<string, string>();
  return ranked.map(([value, seen]) => ({
    value,
    label:
      facet === "province"
        ? (provinceByCode(Number(value))?.name ?? null)
        : (names.get(value) ?? null),
    count: Math.round(seen * group.scale),
  }));
}

/** Counts facets, each without its own filter. */
export async function countFacets(pool: Pool, request: FacetRequest): Promise<FacetCounts> {
  const groups = await Promise.all(
    grouped(request).map(async (group) => {
      const counted = await countGroup(pool, request, group);
      const entries = await Promise.all(
        group.map(async (facet) =>
          isRangeFacet(facet)
            ? ([facet, toRanges(facet, counted)] as const)
            : ([facet, await toValues(pool, facet, counted)] as const),
        ),
      );
      return { ...counted, entries };
    }),
  );
  return {
    facets: Object.fromEntries(groups.flatMap(({ entries }) => entries)) as Facets,
    exact: groups.every(({ scale }) => scale === 1),
    total: groups.find(({ total }) => total !== null)?.total ?? null,
  };
}
