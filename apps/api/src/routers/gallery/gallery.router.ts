import {
  galleryPublicInput,
  galleryResubmitInput,
  galleryUpdateInput,
  myGallery,
  publicGallery,
  resubmitGallery,
  updateGallery,
} from "@oto/services/gallery";
import { galleryTrust, galleryTrustInput } from "@oto/services/trust";
import { galleryProcedure, publicProcedure, router } from "../../trpc/procedures";

/** A gallery's own profile, and what the public sees of it. */
export const galleryRouter = router({
  me: galleryProcedure("gallery:read").query(({ ctx }) => myGallery(ctx)),
  update: galleryProcedure("gallery:update")
    .input(galleryUpdateInput)
    .mutation(({ ctx, input }) => updateGallery(ctx, input)),
  resubmit: galleryProcedure("gallery:resubmit")
    .input(galleryResubmitInput)
    .mutation(({ ctx, input }) => resubmitGallery(ctx, input)),
  trust: galleryProcedure("marketplace:read")
    .input(galleryTrustInput)
    .query(({ ctx, input }) => galleryTrust(ctx, input)),
  public: publicProcedure
    .input(galleryPublicInput)
    .query(({ ctx, input }) => publicGallery(ctx, input)),
});
