export { indexGallery, indexVehicles, repairSearchDrift } from "./index-listings.service";
export {
  getListing,
  getPublicListing,
  similarListings,
  similarPublicListings,
} from "./listing.service";
export {
  type ListingInput,
  listingInput,
  type SearchInput,
  type SimilarInput,
  type SuggestInput,
  searchInput,
  similarInput,
  suggestInput,
} from "./marketplace.input";
export type * from "./marketplace.views";
export { pricePosition } from "./price-position.service";
export { type ReindexProgress, reindexAll } from "./reindex.service";
export { searchMarketplace, searchPublic, suggest, suggestPublic } from "./search.service";
