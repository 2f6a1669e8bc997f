import type { Tx } from "@oto/db";
import type { Side } from "@oto/domain";
import { otherSide } from "@oto/domain";
import type { ConsumedBy, EventOf } from "@oto/events";
import type { Platform } from "../context";
import type { News } from "./news";
import { noteNews } from "./news";
import type { NewsFacts, NewsType } from "./news-texts";

type OfferEvent = EventOf<ConsumedBy<"notify-parties-when-offer-moves">>;

const BOTH: readonly Side[] = ["BUYER", "SELLER"];

/** Whom an event is news to. */
function toldSides(event: OfferEvent): readonly Side[] {
  switch (event.name) {
    case "offer.created":
      return ["SELLER"];
    case "offer.countered":
    case "offer.rejected":
    case "offer.withdrawn":
      return [otherSide(event.payload.by)];
    case "offer.closed":
      // The seller knows who got the vehicle, or took it off the market.
      return event.payload.reason === "GALLERY_SUSPENDED" ? BOTH : ["BUYER"];
    case "offer.accepted":
    case "offer.expired":
      return BOTH;
  }
}

function factsOf({ payload }: OfferEvent): Omit<NewsFacts, "vehicleTitle" | "counterpart"> {
  return {
    ...("amount" in payload
      ? { amount: { amount: payload.amount, currency: payload.currency } }
      : {}),
    ...("reservedUntil" in payload ? { until: payload.reservedUntil } : {}),
    ...("reason" in payload ? { reason: payload.reason } : {}),
  };
}

/** Who accepted is not in the event; the record of the acceptance knows. */
async function acceptedBy(tx: Tx, offerId: string): Promise<string | null> {
  const entry = await tx.auditEntry.findFirst({
    where: { entityType: "offer", entityId: offerId, action: "offer.accept" },
    select: { actorId: true },
  });
  return entry?.actorId ?? null;
}

async function newsOf(tx: Tx, event: OfferEvent): Promise<News[]> {
  const { buyerGalleryId, offerId, sellerGalleryId, vehicleId } = event.payload;
  const offer = await tx.offer.findUnique({
    where: { id: offerId },
    select: { vehicleTitle: true, buyerName: true, sellerName: true, closeReason: true },
  });
  if (!offer) return [];
  const declined = event.name === "offer.created" && offer.closeReason === "BELOW_FLOOR";
  const type: NewsType = declined ? "offer.auto_declined" : event.name;
  const { vehicleTitle } = offer;
  const reservationId = event.name === "offer.accepted" ? event.payload.reservationId : null;
  return Promise.all(
    toldSides(event).map(async (side) => ({
      type,
      galleryId: side === "BUYER" ? buyerGalleryId : sellerGalleryId,
      facts: {
        vehicleTitle,
        counterpart: side === "BUYER" ? offer.sellerName : offer.buyerName,
        ...factsOf(event),
      },
      ids: { offerId, vehicleId, ...(reservationId ? { reservationId } : {}) },
      href: reservationId ? `/rezervasyonlar/${reservationId}` : `/teklifler/${offerId}`,
      exceptUserId: reservationId ? await acceptedBy(tx, offerId) : null,
    })),
  );
}

/** Tells everybody whom a move of a negotiation is news to, in the app and by their channels. */
export async function noteOfferNews(
  platform: Platform,
  tx: Tx,
  event: OfferEvent & { readonly eventId: string },
): Promise<void> {
  await noteNews(platform, tx, { news: await newsOf(tx, event), occasion: event.eventId });
}
