import { noteReview, sendReviewNews } from "@oto/services/gallery";
import { defineConsumer } from "../runtime/define-consumer";

const id = "tell-dealer-when-gallery-reviewed";

export const tellDealerWhenGalleryReviewed = defineConsumer({
  id,
  prepare: (platform, { name, payload, eventId }) =>
    sendReviewNews(
      platform,
      {
        galleryId: payload.galleryId,
        decision: name,
        reason: "reason" in payload ? payload.reason : undefined,
      },
      `${id}:${eventId}`,
    ),
  handle: (_platform, tx, { name, payload }) =>
    noteReview(tx, { galleryId: payload.galleryId, decision: name }),
});
