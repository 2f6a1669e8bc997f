import type { Tx } from "@oto/db";
import type { Side } from "@oto/domain";
import { otherSide } from "@oto/domain";
import type { ConsumedBy, EventOf } from "@oto/events";
import type { Platform } from "../context";
import type { News } from "./news";
import { noteAllNews } from "./news";
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

/** What the database knows of the negotiations that events tell of. */
interface Known {
  readonly offers: ReadonlyMap<string, OfferNames>;
  /** Who accepted is not in the event; the record of the acceptance knows. */
  readonly acceptedBy: ReadonlyMap<string, string | null>;
  /** `<offer>:<round>` of proposals that a private rule of the seller's made. */
  readonly byRule: ReadonlySet<string>;
}

interface OfferNames {
  readonly id: string;
  readonly vehicleTitle: string;
  readonly buyerName: string;
  readonly sellerName: string;
  readonly closeReason: string | null;
}

const idsOf = (events: readonly OfferEvent[], names: readonly OfferEvent["name"][]): string[] =>
  events.filter(({ name }) => names.includes(name)).map(({ payload }) => payload.offerId);

async function acceptors(tx: Tx, offerIds: string[]): Promise<Map<string, string | null>> {
  if (offerIds.length === 0) return new Map();
  const entries = await tx.auditEntry.findMany({
    where: { entityType: "offer", entityId: { in: offerIds }, action: "offer.accept" },
    select: { entityId: true, actorId: true },
  });
  return new Map(entries.map(({ actorId, entityId }) => [entityId, actorId]));
}

async function roundsByRule(tx: Tx, offerIds: string[]): Promise<Set<string>> {
  if (offerIds.length === 0) return new Set();
  const rounds = await tx.offerRound.findMany({
    where: { offerId: { in: offerIds }, rule: { not: null } },
    select: { offerId: true, round: true },
  });
  return new Set(rounds.map(({ offerId, round }) => `${offerId}:${round}`));
}

async function readKnown(tx: Tx, events: readonly OfferEvent[]): Promise<Known> {
  const offers = await tx.offer.findMany({
    where: { id: { in: [...new Set(events.map(({ payload }) => payload.offerId))] } },
    select: { id: true, vehicleTitle: true, buyerName: true, sellerName: true, closeReason: true },
  });
  return {
    offers: new Map(offers.map((offer) => [offer.id, offer])),
    acceptedBy: await acceptors(tx, idsOf(events, ["offer.accepted"])),
    byRule: await roundsByRule(tx, idsOf(events, ["offer.created", "offer.countered"])),
  };
}

/** Whether a private rule of the seller's has answered what the event tells of. */
function answeredByRule({ byRule }: Known, { name, payload }: OfferEvent): boolean {
  if (name !== "offer.created" && name !== "offer.countered") return false;
  return byRule.has(`${payload.offerId}:${payload.round + 1}`);
}

/** What an event is called for the side that is told. */
function typeFor(
  known: Known,
  event: OfferEvent,
  told: { side: Side; closeReason: string | null },
): NewsType {
  if (told.side === "BUYER") return event.name;
  if (event.name === "offer.asking_price_changed") return "offer.price_reached";
  if (event.name === "offer.created" && told.closeReason === "BELOW_FLOOR") {
    return "offer.auto_declined";
  }
  return answeredByRule(known, event) ? "offer.auto_countered" : event.name;
}

function newsOf(known: Known, event: OfferEvent): News[] {
  const { buyerGalleryId, offerId, sellerGalleryId, vehicleId } = event.payload;
  const offer = known.offers.get(offerId);
  if (!offer) return [];
  const { closeReason, vehicleTitle } = offer;
  const reservationId = event.name === "offer.accepted" ? event.payload.reservationId : null;
  return toldSides(event).map((side) => ({
    type: typeFor(known, event, { side, closeReason }),
    galleryId: side === "BUYER" ? buyerGalleryId : sellerGalleryId,
    facts: {
      vehicleTitle,
      counterpart: side === "BUYER" ? offer.sellerName : offer.buyerName,
      ...factsOf(event, side),
    },
    ids: { offerId, vehicleId, ...(reservationId ? { reservationId } : {}) },
    href: reservationId ? `/rezervasyonlar/${reservationId}` : `/teklifler/${offerId}`,
    exceptUserId: reservationId ? (known.acceptedBy.get(offerId) ?? null) : null,
  }));
}

/** Tells everybody whom moves of negotiations are news to, in the app and by their channels. */
export async function noteOfferNews(
  platform: Platform,
  tx: Tx,
  events: readonly (OfferEvent & { readonly eventId: string })[],
): Promise<void> {
  const known = await readKnown(tx, events);
  const tellings = events.map((event) => ({ news: newsOf(known, event), occasion: event.eventId }));
  await noteAllNews(platform, tx, tellings);
}
