import { tellDealerWhenGalleryReviewed } from "./tell-dealer-when-gallery-reviewed.consumer";
import { tellReviewersWhenGalleryRegistered } from "./tell-reviewers-when-gallery-registered.consumer";

export const galleryConsumers = [
  tellDealerWhenGalleryReviewed,
  tellReviewersWhenGalleryRegistered,
] as const;
