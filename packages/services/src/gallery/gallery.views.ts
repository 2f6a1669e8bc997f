import type {
  AnsweringHours,
  GalleryRole,
  GalleryStatus,
  TaxType,
  TrustFigures,
  Watermark,
} from "@oto/domain";

/** A gallery as its own members see it. */
export interface GalleryView {
  id: string;
  name: string;
  legalName: string | null;
  slug: string;
  taxType: TaxType;
  taxNumber: string;
  taxOffice: string | null;
  licenceNo: string;
  /** ISO date. */
  licenceExpiresOn: string | null;
  provinceCode: number;
  provinceName: string;
  district: string;
  address: string | null;
  status: GalleryStatus;
  statusReason: string | null;
  submittedAt: string;
  reviewedAt: string | null;
  publicListing: boolean;
  phone: string | null;
  whatsapp: string | null;
  email: string | null;
  about: string | null;
  hours: string | null;
  watermark: Watermark;
  autoDecline: boolean;
  /** When offers are answered; null for around the clock. */
  answeringHours: AnsweringHours | null;
  role: GalleryRole;
  /** Fields that the gallery's state does not let its members change. */
  lockedFields: string[];
}

/** Answer of everything that moves a gallery's state. */
export interface GalleryStatusView {
  galleryId: string;
  status: GalleryStatus;
}

/** A gallery as anybody sees it: the profile that an advert must name, no tax data, no people. */
export interface GalleryPublicView {
  id: string;
  name: string;
  slug: string;
  licenceNo: string;
  provinceCode: number;
  provinceName: string;
  district: string;
  address: string | null;
  phone: string | null;
  whatsapp: string | null;
  email: string | null;
  about: string | null;
  hours: string | null;
  memberSince: string;
  publishedVehicles: number;
  /** How it deals, with sample sizes. */
  trust: TrustFigures;
}
