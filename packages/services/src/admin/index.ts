export {
  type AuditListInput,
  auditListInput,
  type DeadLetterIdInput,
  type DeadLetterListInput,
  deadLetterIdInput,
  deadLetterListInput,
  type GalleryDecisionInput,
  type GalleryIdInput,
  type GalleryListInput,
  galleryDecisionInput,
  galleryIdInput,
  galleryListInput,
} from "./admin.input";
export type {
  AuditEntryView,
  DeadLetterView,
  GalleryDetailView,
  GalleryListItem,
  GalleryListView,
  GalleryReviewView,
  OverviewDay,
  OverviewView,
  OwnerView,
  ReviewCheck,
  ReviewCheckView,
} from "./admin.views";
export { listAudit } from "./audit.service";
export { discardDeadLetter, listDeadLetters, replayDeadLetter } from "./dead-letter.service";
export { galleryDetail } from "./gallery-detail.service";
export { listGalleries } from "./gallery-list.service";
export {
  approveGallery,
  reactivateGallery,
  rejectGallery,
  suspendGallery,
} from "./gallery-review.service";
export { overview } from "./overview.service";
