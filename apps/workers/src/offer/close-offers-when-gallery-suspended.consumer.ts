import { closeOffersOfGallery } from "@oto/services/offer";
import { defineConsumer } from "../runtime/define-consumer";

export const closeOffersWhenGallerySuspended = defineConsumer({
  id: "close-offers-when-gallery-suspended",
  handle: async (platform, tx, event) => {
    await closeOffersOfGallery(platform, tx, event.payload);
  },
});
