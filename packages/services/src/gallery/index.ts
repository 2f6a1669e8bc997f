export {
  type GalleryPublicInput,
  type GalleryResubmitInput,
  type GalleryUpdateInput,
  galleryPublicInput,
  galleryResubmitInput,
  galleryUpdateInput,
} from "./gallery.input";
export { myGallery, publicGallery, resubmitGallery, updateGallery } from "./gallery.service";
export type { GalleryPublicView, GalleryStatusView, GalleryView } from "./gallery.views";
export {
  noteRegistration,
  noteReview,
  type ReviewNews,
  sendReviewNews,
} from "./tell-review.service";
