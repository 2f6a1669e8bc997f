import {
  compareInput,
  compareListings,
  getListing,
  getPublicListing,
  listingInput,
  pricePosition,
  provincesInput,
  searchInput,
  searchMarketplace,
  searchProvinces,
  searchPublic,
  similarInput,
  similarListings,
  similarPublicListings,
  suggest,
  suggestInput,
  suggestPublic,
} from "@oto/services/marketplace";
import { galleryProcedure, publicProcedure, router } from "../../trpc/procedures";

/** Published stock of all galleries: for dealers, and what the public may see of it. */
export const marketplaceRouter = router({
  search: galleryProcedure("marketplace:read")
    .input(searchInput.prefault({}))
    .query(({ ctx, input }) => searchMarketplace(ctx, input)),
  suggest: galleryProcedure("marketplace:read")
    .input(suggestInput)
    .query(({ ctx, input }) => suggest(ctx, input)),
  provinces: galleryProcedure("marketplace:read")
    .input(provincesInput.prefault({}))
    .query(({ ctx, input }) => searchProvinces(ctx, input)),
  compare: galleryProcedure("marketplace:read")
    .input(compareInput)
    .query(({ ctx, input }) => compareListings(ctx, input)),
  get: galleryProcedure("marketplace:read")
    .input(listingInput)
    .query(({ ctx, input }) => getListing(ctx, input)),
  similar: galleryProcedure("marketplace:read")
    .input(similarInput)
    .query(({ ctx, input }) => similarListings(ctx, input)),
  pricePosition: galleryProcedure("marketplace:read")
    .input(listingInput)
    .query(({ ctx, input }) => pricePosition(ctx, input)),
  publicSearch: publicProcedure
    .input(searchInput.prefault({}))
    .query(({ ctx, input }) => searchPublic(ctx, input)),
  publicSuggest: publicProcedure
    .input(suggestInput)
    .query(({ ctx, input }) => suggestPublic(ctx, input)),
  publicGet: publicProcedure
    .input(listingInput)
    .query(({ ctx, input }) => getPublicListing(ctx, input)),
  publicSimilar: publicProcedure
    .input(similarInput)
    .query(({ ctx, input }) => similarPublicListings(ctx, input)),
});
