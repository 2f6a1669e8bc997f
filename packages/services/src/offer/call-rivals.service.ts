import type { Tx } from "@oto/db";
import { publish } from "@oto/db";
import type { Currency } from "@oto/domain";
import { isVehicleOnMarket } from "@oto/domain";
import type { Platform } from "../context";
import { lockVehicle } from "../inventory";

/** So many of the buyers who lost are told that a vehicle is back, those who bid most. */
const RIVALS_CALLED = 5;

interface Rival {
  offerId: string;
  buyerGalleryId: string;
  sellerGalleryId: string;
  round: number;
  amount: bigint;
  currency: Currency;
}

/**
 * The buyers who came closest when a reservation was made, by what they themselves last offered.
 * Whoever negotiates again by now, or may not trade, is left out.
 */
async function closestRivals(
  tx: Tx,
  ended: { offerId: string; vehicleId: string },
): Promise<Rival[]> {
  return tx.$queryRaw<Rival[]>`
    select o.id as "offerId", o.buyer_gallery_id as "buyerGalleryId",
      o.seller_gallery_id as "sellerGalleryId", last.round, last.amount,
      o.currency::text as currency
    from offer o
    join gallery g on g.id = o.buyer_gallery_id and g.status = 'APPROVED'
    join lateral (select r.round, r.amount from offer_round r
      where r.offer_id = o.id and r.side = 'BUYER' order by r.round desc limit 1) last on true
    where o.closed_by_offer_id = ${ended.offerId}::uuid and o.status = 'CLOSED'
      and not exists (select 1 from offer again where again.vehicle_id = ${ended.vehicleId}::uuid
        and again.buyer_gallery_id = o.buyer_gallery_id and again.status = 'OPEN')
    order by last.amount desc, o.id limit ${RIVALS_CALLED}`;
}

/**
 * Tells the closest rivals of an ended reservation that its vehicle is for sale again, each at most
 * once for that reservation. Nobody is told while the vehicle is not on the market.
 * @returns how many
 */
export async function callRivals(
  platform: Platform,
  tx: Tx,
  ended: { reservationId: string; offerId: string; vehicleId: string },
): Promise<number> {
  const { reservationId, vehicleId } = ended;
  const { status } = await lockVehicle(tx, vehicleId);
  if (!isVehicleOnMarket(status)) return 0;
  let called = 0;
  for (const { amount, ...rival } of await closestRivals(tx, ended)) {
    const { offerId } = rival;
    const { count } = await tx.rivalCall.createMany({
      data: { reservationId, offerId, createdAt: platform.now() },
      skipDuplicates: true,
    });
    if (count === 0) continue;
    await publish(tx, {
      name: "offer.vehicle_returned",
      payload: { ...rival, vehicleId, reservationId, amount: Number(amount) },
      aggregateId: offerId,
      galleryId: rival.buyerGalleryId,
    });
    called += count;
  }
  return called;
}
