import { provinceByCode } from "@oto/domain";
import type { MultiSearchQuery } from "meilisearch";
import { isRangeFacet, RANGE_EDGES } from "../facet-columns";
import { MOST_VALUES } from "../listing-facets";
import type {
  Facet,
  FacetRange,
  Facets,
  FacetValue,
  RangeFacet,
  ValueFacet,
} from "../search-index.port";
import type { MeiliConditions } from "./meili-conditions";
import { parseSeriesFacet } from "./meili-document";

/** The field that a facet counts. */
const FIELDS: Record<Facet, string> = {
  make: "make_facet",
  series: "series_facet",
  model: "model_facet",
  trim: "trim_facet",
  fuel: "fuel",
  transmission: "transmission",
  bodyType: "body_type",
  drivetrain: "drivetrain",
  color: "color",
  province: "province",
  damage: "damage",
  year: "year",
  price: "price_range",
  km: "km_range",
  engine: "engine_range",
  power: "power_range",
};

type Distribution = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Facets that one query counts: those without a filter together, the others each alone. */
export interface FacetGroup {
  readonly facets: readonly Facet[];
  readonly except: Facet | undefined;
}

/** The first group sees the whole request, so that its query counts the total as well. */
export function facetGroups(
  facets: readonly Facet[],
  conditions: MeiliConditions,
): readonly [FacetGroup, ...FacetGroup[]] {
  const shared = facets.filter((facet) => !conditions.isFiltered(facet));
  const own = facets.filter((facet) => conditions.isFiltered(facet));
  return [
    { facets: shared, except: undefined },
    ...own.map((facet): FacetGroup => ({ facets: [facet], except: facet })),
  ];
}

/** The `facets` parameter of a group's query. */
export const facetFields = ({ facets }: FacetGroup): Pick<MultiSearchQuery, "facets"> =>
  facets.length > 0 ? { facets: facets.map((facet) => FIELDS[facet]) } : {};

function named(facet: ValueFacet, value: string): Omit<FacetValue, "count"> {
  if (facet === "make" || facet === "model" || facet === "trim") {
    const at = value.indexOf("|");
    return { value: value.slice(0, at), label: value.slice(at + 1) };
  }
  if (facet === "series") {
    const { seriesId, seriesName } = parseSeriesFacet(value);
    return { value: seriesId, label: seriesName };
  }
  const label = facet === "province" ? (provinceByCode(Number(value))?.name ?? null) : null;
  return { value, label };
}

function toValues(facet: ValueFacet, counts: Readonly<Record<string, number>>): FacetValue[] {
  // One id may come under two names while a renaming is being indexed.
  const byId = new Map<string, FacetValue>();
  for (const [text, count] of Object.entries(counts)) {
    const { value, label } = named(facet, text);
    byId.set(value, { value, label, count: count + (byId.get(value)?.count ?? 0) });
  }
  const ranked = [...byId.values()].sort(
    (a, b) => b.count - a.count || (a.value < b.value ? -1 : 1),
  );
  return ranked.slice(0, MOST_VALUES);
}

function toRanges(facet: RangeFacet, counts: Readonly<Record<string, number>>): FacetRange[] {
  const edges = RANGE_EDGES[facet];
  const ranges = Object.entries(counts).map(([value, count]): FacetRange => {
    const at = Number(value);
    if (!edges) return { from: at, to: at + 1, count };
    return { from: edges[at - 1] ?? 0, to: edges[at] ?? null, count };
  });
  return ranges.sort((a, b) => a.from - b.from);
}

/** The facets of a group from what its query counted. */
export function readFacets({ facets }: FacetGroup, distribution: Distribution | undefined): Facets {
  const entries = facets.map((facet) => {
    const counts = distribution?.[FIELDS[facet]] ?? {};
    return [facet, isRangeFacet(facet) ? toRanges(facet, counts) : toValues(facet, counts)];
  });
  return Object.fromEntries(entries) as Facets;
}
