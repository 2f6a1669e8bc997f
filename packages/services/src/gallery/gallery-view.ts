import type { GalleryStatus } from "@oto/domain";
import { DEFAULT_WATERMARK, provinceByCode, readAnsweringHours, watermarkField } from "@oto/domain";
import type { GalleryView } from "./gallery.views";

/** Columns of a gallery that its own members and reviewers see. */
export const gallerySelect = {
  id: true,
  name: true,
  legalName: true,
  slug: true,
  taxType: true,
  taxNumber: true,
  taxNumberCipher: true,
  taxOffice: true,
  licenceNo: true,
  licenceExpiresOn: true,
  provinceCode: true,
  district: true,
  address: true,
  status: true,
  statusReason: true,
  submittedAt: true,
  reviewedAt: true,
  publicListing: true,
  phone: true,
  whatsapp: true,
  email: true,
  about: true,
  hours: true,
  watermark: true,
  autoDecline: true,
  answeringHours: true,
} as const;

/** A row of `gallerySelect`. */
export interface GalleryRow
  extends Omit<
    GalleryView,
    | "licenceExpiresOn"
    | "provinceName"
    | "submittedAt"
    | "reviewedAt"
    | "watermark"
    | "answeringHours"
    | "role"
    | "lockedFields"
  > {
  licenceExpiresOn: Date | null;
  submittedAt: Date;
  reviewedAt: Date | null;
  watermark: unknown;
  answeringHours: unknown;
}

/** What only the owner of the platform may change once a gallery was approved on its strength. */
const REVIEWED_FIELDS = ["legalName", "taxOffice", "licenceNo", "licenceExpiresOn"] as const;
const TAX_FIELDS = ["taxType", "taxNumber"] as const;

/**
 * Fields that `gallery.update` refuses in a state. While a registration waits or was refused, its
 * data can still be corrected; after the approval it stands as it was reviewed. The tax number
 * changes only with a resubmission.
 */
export function lockedFields(status: GalleryStatus): string[] {
  const open = status === "PENDING" || status === "REJECTED";
  return open ? [...TAX_FIELDS] : [...TAX_FIELDS, ...REVIEWED_FIELDS];
}

/** ISO date of a date column. */
export const isoDate = (date: Date | null): string | null =>
  date === null ? null : date.toISOString().slice(0, 10);

/** Plain JSON of a gallery. */
export function toGalleryDetails(row: GalleryRow): Omit<GalleryView, "role" | "lockedFields"> {
  return {
    ...row,
    licenceExpiresOn: isoDate(row.licenceExpiresOn),
    provinceName: provinceByCode(row.provinceCode)?.name ?? "",
    submittedAt: row.submittedAt.toISOString(),
    reviewedAt: row.reviewedAt?.toISOString() ?? null,
    answeringHours: readAnsweringHours(row.answeringHours),
    watermark: watermarkField.safeParse(row.watermark).data ?? DEFAULT_WATERMARK,
  };
}
