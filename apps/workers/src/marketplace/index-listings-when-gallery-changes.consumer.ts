import { indexGallery } from "@oto/services/marketplace";
import { defineConsumer } from "../runtime/define-consumer";

export const indexListingsWhenGalleryChanges = defineConsumer({
  id: "index-listings-when-gallery-changes",
  // The index is another store, written outside of the transaction; doing so again changes nothing.
  prepare: (platform, { payload }) => indexGallery(platform, payload.galleryId),
  handle: async () => undefined,
});
