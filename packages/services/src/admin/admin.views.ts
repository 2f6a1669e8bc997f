import type {
  GalleryAction,
  GalleryRole,
  GalleryStatus,
  OfferStatus,
  TaxType,
  VehicleStatus,
} from "@oto/domain";
import type { GalleryView } from "../gallery/gallery.views";
import type { Page } from "../paging";

/** The person who answers for a gallery. */
export interface OwnerView {
  userId: string;
  firstName: string;
  lastName: string;
  phone: string | null;
  email: string;
}

export interface GalleryListItem {
  galleryId: string;
  name: string;
  legalName: string | null;
  slug: string;
  taxType: TaxType;
  taxNumber: string;
  licenceNo: string;
  provinceCode: number;
  provinceName: string;
  district: string;
  status: GalleryStatus;
  statusReason: string | null;
  submittedAt: string;
  reviewedAt: string | null;
  owner: OwnerView | null;
  vehicles: number;
}

/** Answer of `admin.galleries.list`; the queue (PENDING) comes oldest first, the rest newest first. */
export interface GalleryListView extends Page<GalleryListItem> {
  counts: Record<GalleryStatus, number>;
}

export const REVIEW_CHECKS = [
  "tax_number_valid",
  "tax_number_unique",
  "licence_unique",
  "licence_in_force",
  "contact_phone_unique",
  "name_unique",
  "district_valid",
  "consents_given",
] as const;
export type ReviewCheck = (typeof REVIEW_CHECKS)[number];

/** One automatic check of a registration. `unknown`: the data for it is missing. */
export interface ReviewCheckView {
  check: ReviewCheck;
  outcome: "passed" | "failed" | "unknown";
  /** Galleries the check points at, for a look side by side. */
  galleries: { galleryId: string; name: string; status: GalleryStatus }[];
}

export interface GalleryReviewView {
  id: string;
  action: string;
  status: GalleryStatus;
  reason: string | null;
  actorName: string | null;
  createdAt: string;
}

/** Answer of `admin.galleries.get`. */
export interface GalleryDetailView {
  gallery: Omit<GalleryView, "role" | "lockedFields">;
  owner: OwnerView | null;
  members: (OwnerView & { role: GalleryRole; joinedAt: string; lastSeenAt: string | null })[];
  consents: { kind: string; version: string; granted: boolean; createdAt: string }[];
  checks: ReviewCheckView[];
  reviews: GalleryReviewView[];
  vehicles: Record<VehicleStatus, number>;
  /** What may be decided now. */
  actions: GalleryAction[];
}

/** One day of the overview's charts; `date` is a day in Türkiye. */
export interface OverviewDay {
  date: string;
  registrations: number;
  vehicles: number;
  offers: number;
}

/** Answer of `admin.overview`. */
export interface OverviewView {
  galleries: Record<GalleryStatus, number>;
  vehicles: Record<VehicleStatus, number>;
  offers: Record<OfferStatus, number>;
  activeReservations: number;
  days: OverviewDay[];
  queues: {
    queue: string;
    ready: number;
    delayed: number;
    inFlight: number;
    oldestAgeMs: number;
  }[];
  outboxUnpublished: number;
  deadLetters: number;
}

export interface DeadLetterView {
  id: string;
  consumerId: string;
  eventId: string;
  eventName: string;
  message: unknown;
  cause: string;
  attempts: number;
  createdAt: string;
  resolvedAt: string | null;
  resolution: string | null;
}

export interface AuditEntryView {
  id: string;
  action: string;
  entityType: string;
  entityId: string;
  galleryId: string | null;
  galleryName: string | null;
  actorId: string | null;
  actorName: string | null;
  before: unknown;
  after: unknown;
  ip: string | null;
  requestId: string | null;
  createdAt: string;
}
