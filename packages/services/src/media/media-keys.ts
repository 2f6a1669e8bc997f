import type { PhotoFormat } from "./media.view";

interface Owner {
  galleryId: string;
  vehicleId: string;
  mediaId: string;
}

export const ORIGINALS_PREFIX = "private/originals/";
export const VARIANTS_PREFIX = "public/media/";

/** Where the untouched file lies; nobody but the platform and its gallery reads it. */
export const originalKey = ({ galleryId, vehicleId, mediaId }: Owner): string =>
  `${ORIGINALS_PREFIX}${galleryId}/${vehicleId}/${mediaId}`;

/** Everything public of one photo lies below it. */
export const variantsPrefix = (mediaId: string): string => `${VARIANTS_PREFIX}${mediaId}/`;

const ENDINGS: Record<PhotoFormat, string> = { avif: "avif", webp: "webp", jpeg: "jpg" };

/** A variant's key names its content: another content has another `hash`. */
export const variantKey = (
  { mediaId, hash }: { mediaId: string; hash: string },
  { width, format }: { width: number; format: PhotoFormat },
): string => `${variantsPrefix(mediaId)}${hash}/${width}.${ENDINGS[format]}`;
