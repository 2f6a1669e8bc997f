import type { ObjectStorage } from "@oto/adapters";
import type { Locale, MediaStatus, Reason } from "@oto/domain";
import { errorText } from "@oto/domain";
import { z } from "zod";
import { MAX_MEGAPIXELS } from "./media-limits";

/** Why a photo cannot be used; its text is the reason's own. */
export const PHOTO_FAILURES = [
  "media.unreadable",
  "media.too_many_pixels",
  "media.mismatched_type",
  "media.not_uploaded",
] as const satisfies readonly Reason[];
export type PhotoFailure = (typeof PHOTO_FAILURES)[number];

export const PHOTO_FORMATS = ["avif", "webp", "jpeg"] as const;
export type PhotoFormat = (typeof PHOTO_FORMATS)[number];

const storedVariants = z.array(
  z.object({
    format: z.enum(PHOTO_FORMATS),
    width: z.int(),
    height: z.int(),
    key: z.string(),
    url: z.string(),
    bytes: z.int(),
  }),
);
/**
 * A variant as its row keeps it. The key is what counts: views make their URL of it, so that the
 * platform's address may change; `url` is the address of the day it was stored.
 */
export type StoredVariant = z.infer<typeof storedVariants>[number];

/** One file of a processed photo; `url` is absolute, public and never changes its content. */
export interface PhotoVariant {
  format: PhotoFormat;
  width: number;
  height: number;
  url: string;
  bytes: number;
}

/** What a card or a gallery of photos draws. */
export interface PhotoView {
  mediaId: string;
  width: number | null;
  height: number | null;
  /** `data:` URL to show until a file has come. */
  placeholder: string | null;
  /** `#rrggbb` */
  dominantColor: string | null;
  /** Smallest first; empty until the photo is READY. */
  variants: PhotoVariant[];
}

/** A photo as its owner sees it. */
export interface MediaView extends PhotoView {
  vehicleId: string;
  status: MediaStatus;
  fileName: string;
  size: number;
  position: number;
  isCover: boolean;
  /** Why it FAILED: the reason and its text in the caller's language. */
  failureReason: PhotoFailure | null;
  failureText: string | null;
  createdAt: string;
}

/** Columns that a `PhotoView` is made of. */
export const photoSelect = {
  id: true,
  width: true,
  height: true,
  placeholder: true,
  dominantColor: true,
  variants: true,
} as const;

/** Columns that a `MediaView` is made of. */
export const mediaSelect = {
  ...photoSelect,
  vehicleId: true,
  status: true,
  fileName: true,
  size: true,
  position: true,
  isCover: true,
  failureReason: true,
  createdAt: true,
} as const;

export interface PhotoRow {
  id: string;
  width: number | null;
  height: number | null;
  placeholder: string | null;
  dominantColor: string | null;
  variants: unknown;
}

export interface MediaRow extends PhotoRow {
  vehicleId: string;
  status: MediaStatus;
  fileName: string;
  size: number;
  position: number;
  isCover: boolean;
  failureReason: string | null;
  createdAt: Date;
}

/** Reads the `variants` column of a photo. Null and foreign shapes count as none. */
export function readVariants(column: unknown): StoredVariant[] {
  const parsed = storedVariants.safeParse(column);
  return parsed.success ? parsed.data : [];
}

/** A READY photo as anybody may see it: no file name, no original. */
export function toPhotoView(row: PhotoRow, storage: ObjectStorage): PhotoView {
  const { id, width, height, placeholder, dominantColor } = row;
  const variants = readVariants(row.variants).map(({ key, ...variant }) => ({
    ...variant,
    url: storage.publicUrl(key),
  }));
  return { mediaId: id, width, height, placeholder, dominantColor, variants };
}

const isPhotoFailure = (reason: string | null): reason is PhotoFailure =>
  PHOTO_FAILURES.some((known) => known === reason);

export function toMediaView(row: MediaRow, storage: ObjectStorage, locale: Locale): MediaView {
  const { vehicleId, status, fileName, size, position, isCover } = row;
  const failed = status === "FAILED";
  const failureReason = isPhotoFailure(row.failureReason) ? row.failureReason : "media.unreadable";
  const params = { maxMegapixels: MAX_MEGAPIXELS };
  return {
    ...toPhotoView(row, storage),
    vehicleId,
    status,
    fileName,
    size,
    position,
    isCover,
    failureReason: failed ? failureReason : null,
    failureText: failed ? errorText({ reason: failureReason, params }, locale) : null,
    createdAt: row.createdAt.toISOString(),
  };
}
