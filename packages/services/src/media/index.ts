export {
  listMedia,
  type MediaListView,
  removeMedia,
  reorderMedia,
  setCover,
} from "./arrange.service";
export { removeMediaFiles, sweepAbandonedUploads } from "./cleanup.service";
export {
  type CreateUploadInput,
  createUploadInput,
  type ListMediaInput,
  listMediaInput,
  type MediaRef,
  mediaRef,
  type ReorderMediaInput,
  reorderMediaInput,
} from "./media.input";
export {
  type MediaView,
  mediaSelect,
  type PhotoFailure,
  type PhotoFormat,
  type PhotoRow,
  type PhotoVariant,
  type PhotoView,
  photoSelect,
  toMediaView,
  toPhotoView,
} from "./media.view";
export { MAX_PHOTO_BYTES, MAX_PHOTOS, UPLOAD_TYPES } from "./media-limits";
export { type PreparedMedia, prepareMedia, settleMedia } from "./process-media.service";
export { type PhotoOptions, type ProcessedPhoto, processPhoto } from "./process-photo";
export { type SweepOptions, type SweepReport, sweepStorage } from "./storage-sweep.service";
export { reviveStuckMedia } from "./stuck.service";
export {
  completeUpload,
  createUpload,
  type MediaStateView,
  type UploadView,
} from "./upload.service";
