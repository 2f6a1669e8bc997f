import { fold } from "@oto/domain";
import type { Pool } from "pg";
import type { Suggestion, SuggestRequest } from "./search-index.port";
import type { WordMatcher } from "./word-matcher";

/** Newest matches that are looked at: enough to know what is frequent. */
const LOOKED_AT = 5_000;

interface SeriesRow {
  make_id: string;
  series_id: string;
  make_name: string;
  make_slug: string;
  series_name: string;
  count: number;
}

// `AB` restricts the words to names: a district that begins alike suggests nothing.
const SERIES = `
WITH matching AS (
  SELECT make_id, series_id, vehicle_id FROM search_listing
  WHERE search_vector @@ $1::tsquery AND (NOT $2::boolean OR public_visible)
  ORDER BY published_at DESC LIMIT ${LOOKED_AT}
), counted AS (
  SELECT make_id, series_id, count(*)::int AS count, min(vehicle_id::text)::uuid AS any_id
  FROM matching GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 60
)
SELECT c.make_id, c.series_id, c.count, l.doc->>'makeName' AS make_name,
  l.doc->>'makeSlug' AS make_slug, l.doc->>'seriesName' AS series_name
FROM counted c JOIN search_listing l ON l.vehicle_id = c.any_id ORDER BY c.count DESC`;

function toSeries(row: SeriesRow): Suggestion {
  return {
    kind: "series",
    makeId: row.make_id,
    makeName: row.make_name,
    makeSlug: row.make_slug,
    seriesId: row.series_id,
    text: `${row.make_name} ${row.series_name}`,
    count: row.count,
  };
}

/** Makes whose own name begins with what was typed, each with all its matches. */
function makesOf(rows: readonly SeriesRow[], typed: string): Suggestion[] {
  const makes = new Map<string, Suggestion>();
  for (const row of rows) {
    if (!fold(row.make_name).startsWith(typed)) continue;
    const known = makes.get(row.make_id);
    makes.set(row.make_id, {
      kind: "make",
      makeId: row.make_id,
      makeName: row.make_name,
      makeSlug: row.make_slug,
      seriesId: null,
      text: row.make_name,
      count: (known?.count ?? 0) + row.count,
    });
  }
  return [...makes.values()];
}

/** Makes, then series, for what has been typed so far. */
export async function suggestListings(
  pool: Pool,
  matcher: WordMatcher,
  { q, limit = 8, publicOnly = false }: SuggestRequest,
): Promise<readonly Suggestion[]> {
  const tsquery = await matcher.toQuery(q, "AB");
  if (tsquery === null) return [];
  const { rows } = await pool.query<SeriesRow>(SERIES, [tsquery, publicOnly]);
  const found = [...makesOf(rows, fold(q).trim()), ...rows.map(toSeries)];
  return found.slice(0, Math.max(1, Math.min(20, limit)));
}
