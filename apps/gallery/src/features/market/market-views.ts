import type { AppRouter } from "@oto/api";
import type { inferRouterOutputs } from "@trpc/server";

type Outputs = inferRouterOutputs<AppRouter>["marketplace"];

export type SearchView = Outputs["search"];
export type SearchFacets = SearchView["facets"];
export type FacetChoice = SearchFacets["make"][number];
export type FacetBar = SearchFacets["price"][number];
export type UnderstoodChip = SearchView["understood"][number];
/** A vehicle of the market in a list. */
export type ListingCardView = SearchView["items"][number];
/** A vehicle of the market in full. */
export type ListingView = Outputs["get"];
