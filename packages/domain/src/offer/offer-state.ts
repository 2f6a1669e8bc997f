import type { OfferStatus, Side } from "../values";

/** One negotiation as the machine sees it. Amounts are minor units of the vehicle's currency. */
export interface OfferState {
  status: OfferStatus;
  /** Who has to answer; null once closed. */
  turn: Side | null;
  /** Number of proposals made so far, from 1. */
  round: number;
  buyerGalleryId: string;
  sellerGalleryId: string;
  /** Amount of the latest proposal. */
  amount: number;
  /** The latest proposal may not be countered. */
  final: boolean;
  /** When the latest proposal runs out, ISO-8601. */
  expiresAt: string;
  /** The vehicle's price; it follows the vehicle while the negotiation is open. */
  askingAmount: number;
}

/** Why a negotiation was closed by neither of its parties. */
export const OFFER_CLOSE_REASONS = [
  "RIVAL_ACCEPTED",
  "VEHICLE_UNPUBLISHED",
  "VEHICLE_SOLD",
  "VEHICLE_ARCHIVED",
  "GALLERY_SUSPENDED",
  "BELOW_FLOOR",
] as const;
export type OfferCloseReason = (typeof OFFER_CLOSE_REASONS)[number];

/** Who acts: a gallery of the negotiation, or the platform itself (clock, other events). */
export type OfferActor = { galleryId: string } | "SYSTEM";

/** What is asked of the machine. `round` is the round the caller saw. */
export type OfferAction =
  | {
      type: "counter";
      round: number;
      amount: number;
      final?: boolean | undefined;
      validForHours?: number | undefined;
    }
  | { type: "accept"; round: number }
  | { type: "reject"; round: number }
  | { type: "withdraw"; round: number }
  | { type: "expire" }
  | { type: "changePrice"; askingAmount: number }
  | { type: "closeByRival" }
  | { type: "closeByVehicle"; reason: OfferCloseReason };

/** What happened, for the outbox and for whom to tell. */
export type OfferEvent =
  | { type: "created"; by: Side; round: number; amount: number }
  | { type: "countered"; by: Side; round: number; amount: number; final: boolean }
  | { type: "accepted"; by: Side; round: number; amount: number }
  | { type: "rejected"; by: Side; round: number }
  | { type: "withdrawn"; by: Side; round: number }
  | { type: "expired"; round: number }
  | { type: "repriced"; round: number; from: number; to: number }
  | { type: "closed"; round: number; reason: OfferCloseReason };

export interface OfferDecision {
  next: OfferState;
  events: OfferEvent[];
}

/** The other party. */
export function otherSide(side: Side): Side {
  return side === "BUYER" ? "SELLER" : "BUYER";
}

/** Which party a gallery is in a negotiation; null for everybody else. */
export function sideOf(
  parties: Pick<OfferState, "buyerGalleryId" | "sellerGalleryId">,
  galleryId: string,
): Side | null {
  if (galleryId === parties.buyerGalleryId) return "BUYER";
  return galleryId === parties.sellerGalleryId ? "SELLER" : null;
}
