import type { Tx } from "@oto/db";
import { publish } from "@oto/db";
import type { Side } from "@oto/domain";
import { dueReminder, nextReminder } from "@oto/domain";
import type { Platform } from "../context";
import { lockOffers } from "./offer.repo";
import { moveOffers } from "./offer-transition";

const REASON = "clocks run out for all galleries";
const BATCH = 100;

async function expireBatch(platform: Platform, tx: Tx): Promise<number> {
  const now = platform.now();
  // Rows that somebody is deciding on right now are left for the next turn. Holding offers without
  // their vehicles is safe here, because nothing else is waited for afterwards.
  const due = await tx.$queryRaw<{ id: string }[]>`
    select id from offer where status = 'OPEN' and expires_at <= ${now}
    order by expires_at limit ${BATCH} for no key update skip locked`;
  const offers = await lockOffers(
    tx,
    due.map(({ id }) => id),
  );
  const action = { type: "expire" } as const;
  await moveOffers(
    platform,
    tx,
    offers.map((offer) => ({ offer, action, by: "SYSTEM", now })),
  );
  return offers.length;
}

/**
 * Ends negotiations whose latest proposal has run out.
 * @returns how many
 */
export async function expireOffers(platform: Platform, signal?: AbortSignal): Promise<number> {
  const db = platform.database.unsafeSystem(REASON);
  let total = 0;
  while (!signal?.aborted) {
    const expired = await db.write((tx) => expireBatch(platform, tx));
    total += expired;
    if (expired < BATCH) break;
  }
  return total;
}

interface DueOffer {
  id: string;
  vehicleId: string;
  buyerGalleryId: string;
  sellerGalleryId: string;
  round: number;
  turn: Side;
  startedAt: Date;
  expiresAt: Date;
}

async function remindBatch(platform: Platform, tx: Tx): Promise<number> {
  const now = platform.now();
  const due = await tx.$queryRaw<DueOffer[]>`
    select id, vehicle_id as "vehicleId", buyer_gallery_id as "buyerGalleryId",
      seller_gallery_id as "sellerGalleryId", round, turn::text as turn,
      clock_started_at as "startedAt", expires_at as "expiresAt"
    from offer where status = 'OPEN' and next_reminder_at <= ${now}
    order by next_reminder_at limit ${BATCH} for no key update skip locked`;
  for (const { id, turn, startedAt, expiresAt, ...round } of due) {
    const clock = { startedAt, expiresAt };
    const share = dueReminder(clock, now);
    // Plain SQL, since a reminder is no change that would move the offer to the top of the lists.
    await tx.$executeRaw`update offer set next_reminder_at = ${nextReminder(clock, now)}
      where id = ${id}::uuid`;
    if (share === null) continue;
    const payload = {
      ...round,
      offerId: id,
      side: turn,
      share,
      expiresAt: expiresAt.toISOString(),
    };
    await publish(tx, {
      name: "offer.reminded",
      payload,
      aggregateId: id,
      galleryId: turn === "BUYER" ? round.buyerGalleryId : round.sellerGalleryId,
    });
  }
  return due.length;
}

/**
 * Reminds whoever has to answer of proposals of whose clock half, and then a tenth, is left.
 * @returns how many clocks were looked at
 */
export async function remindOfOffers(platform: Platform, signal?: AbortSignal): Promise<number> {
  const db = platform.database.unsafeSystem(REASON);
  let total = 0;
  while (!signal?.aborted) {
    const reminded = await db.write((tx) => remindBatch(platform, tx));
    total += reminded;
    if (reminded < BATCH) break;
  }
  return total;
}
