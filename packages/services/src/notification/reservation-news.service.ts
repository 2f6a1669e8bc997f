import type { Tx } from "@oto/db";
import type { Side } from "@oto/domain";
import { otherSide } from "@oto/domain";
import type { ConsumedBy, EventOf } from "@oto/events";
import type { Platform } from "../context";
import type { News } from "./news";
import { noteNews } from "./news";

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

/** Tells everybody whom it is news to what became of a reservation, in the app and by their channels. */
export async function noteReservationNews(
  platform: Platform,
  tx: Tx,
  event: ReservationEvent & { readonly eventId: string },
): Promise<void> {
  await noteNews(platform, tx, { news: await newsOf(tx, event), occasion: event.eventId });
}
