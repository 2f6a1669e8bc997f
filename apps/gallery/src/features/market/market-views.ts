import type { AppRouter } from "@oto/api";
import type { inferRouterOutputs } from "@trpc/server";

type Outputs = inferRouterOutputs<AppRouter>["marketplace"];
type Saved = inferRouterOutputs<AppRouter>["search"]["saved"];
type Favorites = inferRouterOutputs<AppRouter>["favorite"];

export type SearchView = Outputs["search"];
export type SearchFacets = SearchView["facets"];
export type FacetChoice = SearchFacets["make"][number];
export type FacetBar = SearchFacets["price"][number];
export type UnderstoodChip = SearchView["understood"][number];
/** A vehicle of the market in a list. */
export type ListingCardView = SearchView["items"][number];
/** A vehicle of the market in full. */
export type ListingView = Outputs["get"];
/** What is suggested while one types. */
export type SuggestView = Outputs["suggest"];
/** Every province with what it has. */
export type ProvinceCount = Outputs["provinces"]["items"][number];
/** A vehicle side by side with others. */
export type ComparedListing = Outputs["compare"]["items"][number];
export type SavedSearch = Saved["list"]["items"][number];
export type FavoriteItem = Favorites["list"]["items"][number];
