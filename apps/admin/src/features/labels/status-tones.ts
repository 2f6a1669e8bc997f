import type { GalleryStatus, OfferStatus, VehicleStatus } from "@oto/domain";
import type { Tone } from "@oto/ui";

export const GALLERY_TONES: Record<GalleryStatus, Tone> = {
  PENDING: "warn",
  APPROVED: "success",
  REJECTED: "danger",
  SUSPENDED: "neutral",
};

export const VEHICLE_TONES: Record<VehicleStatus, Tone> = {
  DRAFT: "neutral",
  IN_REVIEW: "warn",
  PUBLISHED: "success",
  PAUSED: "neutral",
  RESERVED: "accent",
  SOLD: "brand",
  ARCHIVED: "neutral",
};

export const OFFER_TONES: Record<OfferStatus, Tone> = {
  OPEN: "info",
  ACCEPTED: "success",
  REJECTED: "danger",
  WITHDRAWN: "neutral",
  EXPIRED: "warn",
  CLOSED: "neutral",
};
