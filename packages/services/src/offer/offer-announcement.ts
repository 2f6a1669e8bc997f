import type { AnyEvent } from "@oto/db";
import type { OfferEvent } from "@oto/domain";
import type { LockedOffer } from "./offer.repo";

interface Announced {
  offer: Pick<
    LockedOffer,
    "id" | "vehicleId" | "buyerGalleryId" | "sellerGalleryId" | "currency" | "amount"
  >;
  event: OfferEvent;
  /** In whose name it happened. */
  galleryId: string;
  /** Where an acceptance leads. */
  reservation?: { id: string; expiresAt: string } | undefined;
}

/** What happened to a negotiation, as the outbox takes it. */
export function offerAnnouncement({ offer, event, galleryId, reservation }: Announced): AnyEvent {
  const { id: offerId, vehicleId, buyerGalleryId, sellerGalleryId, currency } = offer;
  const about = { aggregateId: offerId, galleryId };
  const base = { offerId, vehicleId, buyerGalleryId, sellerGalleryId, round: event.round };
  switch (event.type) {
    case "created": {
      const payload = { ...base, amount: event.amount, currency };
      return { name: "offer.created", payload, ...about };
    }
    case "countered": {
      const payload = { ...base, amount: event.amount, currency, by: event.by };
      return { name: "offer.countered", payload, ...about };
    }
    case "accepted": {
      if (!reservation) throw new Error("an acceptance reserves the vehicle");
      const reserved = { reservationId: reservation.id, reservedUntil: reservation.expiresAt };
      const payload = { ...base, amount: event.amount, currency, by: event.by, ...reserved };
      return { name: "offer.accepted", payload, ...about };
    }
    case "rejected":
      return { name: "offer.rejected", payload: { ...base, by: event.by }, ...about };
    case "withdrawn":
      return { name: "offer.withdrawn", payload: { ...base, by: event.by }, ...about };
    case "expired":
      return { name: "offer.expired", payload: base, ...about };
    case "repriced": {
      const { from: fromAmount, to: toAmount } = event;
      const payload = { ...base, amount: Number(offer.amount), currency, fromAmount, toAmount };
      return { name: "offer.asking_price_changed", payload, ...about };
    }
    case "closed":
      return { name: "offer.closed", payload: { ...base, reason: event.reason }, ...about };
  }
}
