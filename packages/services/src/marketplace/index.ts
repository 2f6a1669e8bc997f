export { indexGallery, indexVehicles, repairSearchDrift } from "./index-listings.service";
export {
  compareListings,
  getListing,
  getPublicListing,
  similarListings,
  similarPublicListings,
} from "./listing.service";
export {
  type CompareInput,
  compareInput,
  type ListingInput,
  listingInput,
  type ProvincesInput,
  provincesInput,
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
export { searchMarketplace, searchProvinces, searchPublic } from "./search.service";
export { suggest, suggestPublic } from "./suggest.service";
