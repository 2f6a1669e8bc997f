import type { Tx } from "@oto/db";
import type { Side } from "@oto/domain";
import { otherSide } from "@oto/domain";
import type { ConsumedBy, EventOf } from "@oto/events";
import type { Platform } from "../context";
import type { News } from "./news";
import { noteNews, sendNews } from "./news";

type ReservationEvent = EventOf<ConsumedBy<"notify-parties-when-reservation-moves">>;

const BOTH: readonly Side[] = ["BUYER", "SELLER"];

/** Whom an event is news to: the other side, or both when nobody or either of them did it. */
function toldSides({ payload }: ReservationEvent): readonly Side[] {
  return "by" in payload ? [otherSide(payload.by)] : BOTH;
}

/** Who completed or agreed is not in the event; the record of it knows. */
async function doneBy(tx: Tx, event: ReservationEvent): Promise<string | null> {
  const actions: Partial<Record<ReservationEvent["name"], string>> = {
    "reservation.completed": "reservation.complete",
    "reservation.extended": "reservation.agreeExtension",
  };
  const action = actions[event.name];
  if (!action) return null;
  const entry = await tx.auditEntry.findFirst({
    where: { entityType: "reservation", entityId: event.payload.reservationId, action },
    orderBy: { createdAt: "desc" },
    select: { actorId: true },
  });
  return entry?.actorId ?? null;
}

async function newsOf(tx: Tx, event: ReservationEvent): Promise<News[]> {
  const { payload } = event;
  const { buyerGalleryId, offerId, reservationId, sellerGalleryId, vehicleId } = payload;
  const reservation = await tx.reservation.findUnique({
    where: { id: reservationId },
    select: { vehicleTitle: true, buyerName: true, sellerName: true },
  });
  if (!reservation) return [];
  const exceptUserId = await doneBy(tx, event);
  return toldSides(event).map((side) => ({
    type: event.name,
    galleryId: side === "BUYER" ? buyerGalleryId : sellerGalleryId,
    facts: {
      vehicleTitle: reservation.vehicleTitle,
      counterpart: side === "BUYER" ? reservation.sellerName : reservation.buyerName,
      ...("until" in payload ? { until: payload.until } : {}),
      ...("reason" in payload ? { reason: payload.reason } : {}),
    },
    ids: { reservationId, offerId, vehicleId },
    href: `/rezervasyonlar/${reservationId}`,
    exceptUserId,
  }));
}

/** Sends what the parties want to hear outside of the app about their reservation. */
export async function sendReservationNews(
  platform: Platform,
  event: ReservationEvent,
  key: string,
): Promise<void> {
  const db = platform.database.unsafeSystem("both sides of a reservation are told");
  await sendNews(platform, await db.read((tx) => newsOf(tx, event)), key);
}

/** Notes a move of a reservation in the app for everybody whom it is news to. */
export async function noteReservationNews(tx: Tx, event: ReservationEvent): Promise<void> {
  await noteNews(tx, await newsOf(tx, event));
}
