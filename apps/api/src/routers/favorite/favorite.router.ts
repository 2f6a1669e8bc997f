import {
  addFavorite,
  favoriteInput,
  favoriteListInput,
  listFavoriteIds,
  listFavorites,
  removeFavorite,
} from "@oto/services/favorite";
import { galleryProcedure, router } from "../../trpc/procedures";

/** Vehicles that the caller follows. */
export const favoriteRouter = router({
  list: galleryProcedure("marketplace:follow")
    .input(favoriteListInput.prefault({}))
    .query(({ ctx, input }) => listFavorites(ctx, input)),
  ids: galleryProcedure("marketplace:follow").query(({ ctx }) => listFavoriteIds(ctx)),
  add: galleryProcedure("marketplace:follow")
    .input(favoriteInput)
    .mutation(({ ctx, input }) => addFavorite(ctx, input)),
  remove: galleryProcedure("marketplace:follow")
    .input(favoriteInput)
    .mutation(({ ctx, input }) => removeFavorite(ctx, input)),
});
