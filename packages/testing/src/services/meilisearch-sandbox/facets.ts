import { ApiError } from "./api-error";
import type { Document } from "./filter-match";
import { fieldOf } from "./filter-match";
import type { SandboxIndex } from "./sandbox-index";
import type { SearchQuery } from "./search-query";

type Distribution = Record<string, Record<string, number>>;

function ranked(counts: ReadonlyMap<string, number>, order: string): [string, number][] {
  const entries = [...counts];
  const alphabetic = ([a]: [string, number], [b]: [string, number]) => {
    const [x, y] = [Number(a), Number(b)];
    if (!Number.isNaN(x) && !Number.isNaN(y)) return x - y;
    return a < b ? -1 : 1;
  };
  return entries.sort((a, b) =>
    order === "count" && a[1] !== b[1] ? b[1] - a[1] : alphabetic(a, b),
  );
}

/** Counts of values and the range of numbers over what was found. */
export function facetsOf(index: SandboxIndex, { facets }: SearchQuery, found: readonly Document[]) {
  if (!facets) return {};
  const { filterableAttributes, faceting } = index.settings;
  const names = facets.includes("*") ? filterableAttributes : facets;
  const unknown = names.find((name) => !filterableAttributes.includes(name));
  if (unknown !== undefined) {
    const known = [...filterableAttributes].sort().join(", ");
    throw new ApiError(
      "invalid_search_facets",
      `Invalid facet distribution: Attribute \`${unknown}\` is not filterable. Available filterable attributes patterns are: \`${known}\`.`,
    );
  }
  const facetDistribution: Distribution = {};
  const facetStats: Record<string, { min: number; max: number }> = {};
  for (const name of names) {
    const counts = new Map<string, number>();
    let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const document of found) {
      const value = fieldOf(document, name);
      for (const each of Array.isArray(value) ? value : [value]) {
        if (each === null || each === undefined || typeof each === "object") continue;
        if (typeof each === "number") [min, max] = [Math.min(min, each), Math.max(max, each)];
        counts.set(String(each), (counts.get(String(each)) ?? 0) + 1);
      }
    }
    const order = faceting.sortFacetValuesBy[name] ?? faceting.sortFacetValuesBy["*"] ?? "alpha";
    facetDistribution[name] = Object.fromEntries(
      ranked(counts, order).slice(0, faceting.maxValuesPerFacet),
    );
    if (min <= max) facetStats[name] = { min, max };
  }
  return { facetDistribution, facetStats };
}
