import {
  addRecentSearch,
  clearRecentSearches,
  createSavedSearch,
  listRecentSearches,
  listSavedSearches,
  listSavedSearchMatches,
  markSavedSearchSeen,
  recentSearchInput,
  removeRecentSearch,
  removeSavedSearch,
  savedSearchCreateInput,
  savedSearchInput,
  savedSearchMatchesInput,
  savedSearchUpdateInput,
  updateSavedSearch,
} from "@oto/services/search";
import { galleryProcedure, router } from "../../trpc/procedures";

const savedRouter = router({
  create: galleryProcedure("marketplace:follow")
    .input(savedSearchCreateInput)
    .mutation(({ ctx, input }) => createSavedSearch(ctx, input)),
  list: galleryProcedure("marketplace:follow").query(({ ctx }) => listSavedSearches(ctx)),
  update: galleryProcedure("marketplace:follow")
    .input(savedSearchUpdateInput)
    .mutation(({ ctx, input }) => updateSavedSearch(ctx, input)),
  remove: galleryProcedure("marketplace:follow")
    .input(savedSearchInput)
    .mutation(({ ctx, input }) => removeSavedSearch(ctx, input)),
  matches: galleryProcedure("marketplace:follow")
    .input(savedSearchMatchesInput)
    .query(({ ctx, input }) => listSavedSearchMatches(ctx, input)),
  markSeen: galleryProcedure("marketplace:follow")
    .input(savedSearchInput)
    .mutation(({ ctx, input }) => markSavedSearchSeen(ctx, input)),
});

const recentRouter = router({
  list: galleryProcedure("marketplace:follow").query(({ ctx }) => listRecentSearches(ctx)),
  add: galleryProcedure("marketplace:follow")
    .input(recentSearchInput)
    .mutation(({ ctx, input }) => addRecentSearch(ctx, input)),
  remove: galleryProcedure("marketplace:follow")
    .input(recentSearchInput)
    .mutation(({ ctx, input }) => removeRecentSearch(ctx, input)),
  clear: galleryProcedure("marketplace:follow").mutation(({ ctx }) => clearRecentSearches(ctx)),
});

/** Searches that the caller keeps, and those of late. */
export const searchRouter = router({ saved: savedRouter, recent: recentRouter });
