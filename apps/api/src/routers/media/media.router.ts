import {
  completeUpload,
  createUpload,
  createUploadInput,
  listMedia,
  listMediaInput,
  mediaRef,
  removeMedia,
  reorderMedia,
  reorderMediaInput,
  setCover,
} from "@oto/services/media";
import { galleryProcedure, router } from "../../trpc/procedures";

/** Photos of a gallery's own vehicles. */
export const mediaRouter = router({
  createUpload: galleryProcedure("media:write")
    .input(createUploadInput)
    .mutation(({ ctx, input }) => createUpload(ctx, input)),
  completeUpload: galleryProcedure("media:write")
    .input(mediaRef)
    .mutation(({ ctx, input }) => completeUpload(ctx, input)),
  list: galleryProcedure("media:read")
    .input(listMediaInput)
    .query(({ ctx, input }) => listMedia(ctx, input)),
  reorder: galleryProcedure("media:write")
    .input(reorderMediaInput)
    .mutation(({ ctx, input }) => reorderMedia(ctx, input)),
  setCover: galleryProcedure("media:write")
    .input(mediaRef)
    .mutation(({ ctx, input }) => setCover(ctx, input)),
  remove: galleryProcedure("media:write")
    .input(mediaRef)
    .mutation(({ ctx, input }) => removeMedia(ctx, input)),
});
