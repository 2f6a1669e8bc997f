import type { OfferCloseReason } from "../offer";
import { OFFER_CLOSE_REASONS } from "../offer";
import type { OfferStatus, ReservationStatus, Side } from "../values";

/** Why a negotiation did not become a sale. */
export const LOST_REASONS = [
  "REJECTED",
  "BELOW_FLOOR",
  "WITHDRAWN_BY_BUYER",
  "WITHDRAWN_BY_SELLER",
  "NOT_ANSWERED",
  "EXPIRED",
  "RIVAL_ACCEPTED",
  "VEHICLE_UNPUBLISHED",
  "VEHICLE_SOLD",
  "VEHICLE_ARCHIVED",
  "GALLERY_SUSPENDED",
  "RESERVATION_CANCELLED",
  "RESERVATION_EXPIRED",
  "OTHER",
] as const;
export type LostReason = (typeof LOST_REASONS)[number];

/** How a negotiation stands at the end. */
export interface OfferEnd {
  status: OfferStatus;
  closedBy: Side | null;
  /** What was kept with the end: a rule's name, or what a person said. */
  closeReason: string | null;
  /** Whether the seller ever answered. */
  answered: boolean;
  reservation: ReservationStatus | null;
}

const ruleOf = (reason: string | null): OfferCloseReason | undefined =>
  OFFER_CLOSE_REASONS.find((each) => each === reason);

const isLostReason = (reason: string): reason is LostReason =>
  LOST_REASONS.some((each) => each === reason);

function closedReason(reason: string | null): LostReason {
  const rule = ruleOf(reason);
  return rule !== undefined && isLostReason(rule) ? rule : "OTHER";
}

function reservationReason(reservation: ReservationStatus | null): LostReason | null {
  if (reservation === "CANCELLED") return "RESERVATION_CANCELLED";
  return reservation === "EXPIRED" ? "RESERVATION_EXPIRED" : null;
}

function reasonOf(end: OfferEnd): LostReason | null {
  switch (end.status) {
    case "OPEN":
      return null;
    case "ACCEPTED":
      return reservationReason(end.reservation);
    case "REJECTED":
      return end.closeReason === "BELOW_FLOOR" ? "BELOW_FLOOR" : "REJECTED";
    case "WITHDRAWN":
      return end.closedBy === "SELLER" ? "WITHDRAWN_BY_SELLER" : "WITHDRAWN_BY_BUYER";
    case "EXPIRED":
      return end.answered ? "EXPIRED" : "NOT_ANSWERED";
    case "CLOSED":
      return closedReason(end.closeReason);
  }
}

/**
 * Why a negotiation was lost, as one side may know it: that a private floor declined an offer is
 * the seller's alone, to the buyer it is a rejection.
 *
 * @returns null while it runs, and when it became a sale
 */
export function lostReasonOf(end: OfferEnd, viewer: Side): LostReason | null {
  const reason = reasonOf(end);
  return viewer === "BUYER" && reason === "BELOW_FLOOR" ? "REJECTED" : reason;
}
