import type { DealLogActor, LogValue, OfferEvent } from "@oto/domain";
import { sideOf } from "@oto/domain";
import type { LockedOffer } from "../offer/offer.repo";
import type { LogEntry } from "./append-log";
import { BY_PLATFORM } from "./append-log";

/** A move of a negotiation, as its log tells it. */
interface OfferLogMove {
  offer: Pick<
    LockedOffer,
    "id" | "vehicleId" | "buyerGalleryId" | "sellerGalleryId" | "currency" | "askingAmount"
  >;
  event: OfferEvent;
  by: { galleryId: string } | "SYSTEM";
  now: Date;
  /** Until when a proposal holds, ISO-8601. */
  validUntil?: string | undefined;
  message?: string | undefined;
  /** Names as of now, in the entry that opens a log. */
  names?: { vehicleTitle: string; buyerName: string; sellerName: string };
}

const KIND_OF = {
  created: "offer.opened",
  countered: "offer.countered",
  accepted: "offer.accepted",
  rejected: "offer.rejected",
  withdrawn: "offer.withdrawn",
  expired: "offer.expired",
  closed: "offer.closed",
  repriced: "offer.repriced",
} as const;

/** Who moved a negotiation, with the side that is. */
export function logActor(
  parties: { buyerGalleryId: string; sellerGalleryId: string },
  by: OfferLogMove["by"],
): DealLogActor {
  if (by === "SYSTEM") return BY_PLATFORM;
  return { side: sideOf(parties, by.galleryId), galleryId: by.galleryId };
}

function dataOf(move: OfferLogMove): Record<string, LogValue> {
  const { event, message, names, offer, validUntil } = move;
  const opening = names
    ? {
        vehicle: { vehicleId: offer.vehicleId, title: names.vehicleTitle },
        buyer: { galleryId: offer.buyerGalleryId, name: names.buyerName },
        seller: { galleryId: offer.sellerGalleryId, name: names.sellerName },
        asking: Number(offer.askingAmount),
      }
    : {};
  return {
    ...opening,
    round: event.round,
    ...("amount" in event ? { amount: event.amount, currency: offer.currency } : {}),
    ...("final" in event && event.final ? { final: true } : {}),
    ...(event.type === "closed" ? { reason: event.reason } : {}),
    ...(event.type === "repriced"
      ? { asking: event.to, askingBefore: event.from, currency: offer.currency }
      : {}),
    ...(validUntil ? { validUntil } : {}),
    ...(message ? { message } : {}),
  };
}

/** A move of a negotiation as an entry of its log. */
export function offerLogEntry(move: OfferLogMove): LogEntry {
  const { buyerGalleryId, id: offerId, sellerGalleryId } = move.offer;
  return {
    parties: { offerId, buyerGalleryId, sellerGalleryId },
    kind: KIND_OF[move.event.type],
    by: logActor(move.offer, move.by),
    at: move.now,
    data: dataOf(move),
  };
}
