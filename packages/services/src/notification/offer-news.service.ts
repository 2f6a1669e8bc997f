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

/** Whether what a buyer offers reaches the seller's new price, so that a word from them is enough. */
function meetsNewPrice(payload: { round: number; amount: number; toAmount: number }): boolean {
  const byBuyer = payload.round % 2 === 1;
  return byBuyer && payload.amount >= payload.toAmount;
}

/** Whom an event is news to. */
function toldSides(event: OfferEvent): readonly Side[] {
  switch (event.name) {
    case "offer.created":
      return ["SELLER"];
    case "offer.countered":
    case "offer.rejected":
    case "offer.withdrawn":
      return [otherSide(event.payload.by)];
    case "offer.reminded":
      return [event.payload.side];
    case "offer.asking_price_changed":
      return meetsNewPrice(event.payload) ? BOTH : ["BUYER"];
    case "offer.vehicle_returned":
      return ["BUYER"];
    case "offer.closed":
      // The seller knows who got the vehicle, or took it off the market.
      return event.payload.reason === "GALLERY_SUSPENDED" ? BOTH : ["BUYER"];
    case "offer.accepted":
    case "offer.expired":
      return BOTH;
  }
}

/** The amount that matters to a side: to buyers a new price, else the latest proposal. */
function amountFor({ payload }: OfferEvent, side: Side): number | null {
  if ("toAmount" in payload && side === "BUYER") return payload.toAmount;
  return "amount" in payload ? payload.amount : null;
}

function factsOf(event: OfferEvent, side: Side): Omit<NewsFacts, "vehicleTitle" | "counterpart"> {
  const { payload } = event;
  const amount = amountFor(event, side);
  return {
    ...("currency" in payload && amount !== null
      ? { amount: { amount, currency: payload.currency } }
      : {}),
    ...("reservedUntil" in payload ? { until: payload.reservedUntil } : {}),
    ...("expiresAt" in payload ? { until: payload.expiresAt } : {}),
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

/** Whether a private rule of the seller's has answered what the event tells of. */
async function answeredByRule(tx: Tx, { name, payload }: OfferEvent): Promise<boolean> {
  if (name !== "offer.created" && name !== "offer.countered") return false;
  const { offerId, round } = payload;
  const answers = await tx.offerRound.count({
    where: { offerId, round: round + 1, rule: { not: null } },
  });
  return answers > 0;
}

/** What an event is called for the side that is told. */
async function typeFor(
  tx: Tx,
  event: OfferEvent,
  told: { side: Side; closeReason: string | null },
): Promise<NewsType> {
  if (told.side === "BUYER") return event.name;
  if (event.name === "offer.asking_price_changed") return "offer.price_reached";
  if (event.name === "offer.created" && told.closeReason === "BELOW_FLOOR") {
    return "offer.auto_declined";
  }
  return (await answeredByRule(tx, event)) ? "offer.auto_countered" : event.name;
}

async function newsOf(tx: Tx, event: OfferEvent): Promise<News[]> {
  const { buyerGalleryId, offerId, sellerGalleryId, vehicleId } = event.payload;
  const offer = await tx.offer.findUnique({
    where: { id: offerId },
    select: { vehicleTitle: true, buyerName: true, sellerName: true, closeReason: true },
  });
  if (!offer) return [];
  const { closeReason, vehicleTitle } = offer;
  const reservationId = event.name === "offer.accepted" ? event.payload.reservationId : null;
  return Promise.all(
    toldSides(event).map(async (side) => ({
      type: await typeFor(tx, event, { side, closeReason }),
      galleryId: side === "BUYER" ? buyerGalleryId : sellerGalleryId,
      facts: {
        vehicleTitle,
        counterpart: side === "BUYER" ? offer.sellerName : offer.buyerName,
        ...factsOf(event, side),
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
