import type { AnsweringHours } from "../clock";
import { answerDeadline } from "../clock";
import { DomainError } from "../errors";
import type { Money } from "../money";
import type { VehicleStatus } from "../values";
import { assertOfferAmount, OFFER_DEFAULT_HOURS } from "./offer-limits";
import type { OfferDecision } from "./offer-state";

export interface OfferRequest {
  vehicle: { galleryId: string; status: VehicleStatus; price: Money };
  buyerGalleryId: string;
  amount: Money;
  validForHours?: number | undefined;
  /** When the seller answers; null for around the clock. */
  sellerHours?: AnsweringHours | null | undefined;
}

/**
 * Opens a negotiation: round 1, the seller's turn. That the pair has no other open one is kept by
 * the database.
 * @throws DomainError `offer.own_vehicle`, `offer.vehicle_unavailable`, `offer.currency_mismatch`,
 * `offer.amount_invalid`
 */
export function createOffer(request: OfferRequest, now: Date): OfferDecision {
  const {
    amount,
    buyerGalleryId,
    sellerHours,
    validForHours = OFFER_DEFAULT_HOURS,
    vehicle,
  } = request;
  if (vehicle.galleryId === buyerGalleryId) throw new DomainError("offer.own_vehicle");
  if (vehicle.status !== "PUBLISHED") throw new DomainError("offer.vehicle_unavailable");
  if (amount.currency !== vehicle.price.currency) {
    throw new DomainError("offer.currency_mismatch", { currency: vehicle.price.currency });
  }
  assertOfferAmount(amount.amount, vehicle.price.amount);
  return {
    next: {
      status: "OPEN",
      turn: "SELLER",
      round: 1,
      buyerGalleryId,
      sellerGalleryId: vehicle.galleryId,
      amount: amount.amount,
      final: false,
      expiresAt: answerDeadline(now, { validForHours, hours: sellerHours }).toISOString(),
      askingAmount: vehicle.price.amount,
    },
    events: [{ type: "created", by: "BUYER", round: 1, amount: amount.amount }],
  };
}
