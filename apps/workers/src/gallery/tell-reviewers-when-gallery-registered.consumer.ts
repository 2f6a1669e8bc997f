import { noteRegistration } from "@oto/services/gallery";
import { defineConsumer } from "../runtime/define-consumer";

export const tellReviewersWhenGalleryRegistered = defineConsumer({
  id: "tell-reviewers-when-gallery-registered",
  handle: (_platform, tx, { name, payload }) =>
    noteRegistration(tx, { galleryId: payload.galleryId, request: name }),
});
