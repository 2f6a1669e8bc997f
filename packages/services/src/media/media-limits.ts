/** Photos of one vehicle that are shown, waiting or being processed. */
export const MAX_PHOTOS = 30;
/** Rows of one vehicle with the failed ones: somebody deletes those before going on. */
export const MAX_PHOTO_ROWS = 90;
export const MAX_PHOTO_BYTES = 25 * 1024 * 1024;
/** A photo of more pixels is refused before it is decoded. */
export const MAX_MEGAPIXELS = 60;

/** What may be uploaded; what it really is, the worker tells by its content. */
export const UPLOAD_TYPES = [
  "image/jpeg",
  "image/png",
  "image/webp",
  "image/avif",
  "image/gif",
] as const;
export type UploadType = (typeof UPLOAD_TYPES)[number];

/** How long a signed upload may begin, seconds. */
export const UPLOAD_WINDOW_S = 3_600;
/** How long a photo may wait for its file, milliseconds. */
export const ABANDONED_AFTER_MS = 24 * 3_600_000;
/** How long a photo that the workers gave up on rests before it is tried again, milliseconds. */
export const STUCK_AFTER_MS = 300_000;
/** After this long without luck it has failed, milliseconds. */
export const GIVEN_UP_AFTER_MS = 24 * 3_600_000;

/** A file that no photo names is an orphan at this age, milliseconds: twice what an upload may take. */
export const ORPHAN_AFTER_MS = 2 * ABANDONED_AFTER_MS;

export function isUploadType(type: string): type is UploadType {
  return UPLOAD_TYPES.some((allowed) => allowed === type);
}
