import type { Tx } from "@oto/db";
import type { Side } from "@oto/domain";
import { otherSide } from "@oto/domain";
import type { ConsumedBy, EventOf } from "@oto/events";
import type { Platform } from "../context";
import type { News } from "./news";
import { noteNews } from "./news";

type DealEvent = EventOf<ConsumedBy<"notify-parties-when-deal-moves">>;

const BOTH: readonly Side[] = ["BUYER", "SELLER"];

/** Whom an event is news to: the other side, or both where the clock or the platform acted. */
function toldSides(event: DealEvent): readonly Side[] {
  if (event.name === "deal.confirmed" && event.payload.silent) return BOTH;
  return "by" in event.payload ? [otherSide(event.payload.by)] : BOTH;
}

async function newsOf(tx: Tx, event: DealEvent): Promise<News[]> {
  const { buyerGalleryId, dealId, offerId, sellerGalleryId, vehicleId } = event.payload;
  const reservation = await tx.reservation.findUnique({
    where: { id: dealId },
    select: { vehicleTitle: true, buyerName: true, sellerName: true },
  });
  if (!reservation) return [];
  return toldSides(event).map((side) => ({
    type: event.name,
    galleryId: side === "BUYER" ? buyerGalleryId : sellerGalleryId,
    facts: {
      vehicleTitle: reservation.vehicleTitle,
      counterpart: side === "BUYER" ? reservation.sellerName : reservation.buyerName,
    },
    ids: { dealId, reservationId: dealId, offerId, vehicleId },
    href: `/rezervasyonlar/${dealId}`,
  }));
}

/** Tells everybody whom it is news to how a deal goes on, in the app and by their channels. */
export async function noteDealNews(
  platform: Platform,
  tx: Tx,
  event: DealEvent & { readonly eventId: string },
): Promise<void> {
  await noteNews(platform, tx, { news: await newsOf(tx, event), occasion: event.eventId });
}
