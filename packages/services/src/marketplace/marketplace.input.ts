import { MAX_QUERY_LENGTH, marketplaceSearchInput } from "@oto/domain";
import { z } from "zod";

/** Input of `marketplace.search` and `marketplace.publicSearch`. */
export const searchInput = marketplaceSearchInput;
export type SearchInput = z.infer<typeof searchInput>;

/** Input of everything about one vehicle on the market. */
export const listingInput = z.strictObject({ vehicleId: z.uuid() });
export type ListingInput = z.infer<typeof listingInput>;

/** Vehicles side by side at most. */
export const MOST_COMPARED = 4;

/** Input of `marketplace.compare`. */
export const compareInput = z.strictObject({
  vehicleIds: z.array(z.uuid()).min(1).max(MOST_COMPARED),
});
export type CompareInput = z.infer<typeof compareInput>;

/** Input of `marketplace.provinces`: what is searched for, as `marketplace.search` takes it. */
export const provincesInput = marketplaceSearchInput.pick({ q: true, filters: true });
export type ProvincesInput = z.infer<typeof provincesInput>;

/** Input of `marketplace.similar`. */
export const similarInput = listingInput.extend({ limit: z.int().min(1).max(24).default(8) });
export type SimilarInput = z.infer<typeof similarInput>;

/** Input of `marketplace.suggest`: what has been typed so far. */
export const suggestInput = z.strictObject({
  q: z.string().trim().max(MAX_QUERY_LENGTH),
  limit: z.int().min(1).max(20).default(8),
});
export type SuggestInput = z.infer<typeof suggestInput>;
