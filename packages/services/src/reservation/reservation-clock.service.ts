import type { Tx } from "@oto/db";
import { publish } from "@oto/db";
import { dueReminder, nextReminder } from "@oto/domain";
import type { Platform } from "../context";
import { lockReservation } from "./reservation.repo";
import { moveReservation } from "./reservation-transition";

const REASON = "clocks run out for all galleries";
const BATCH = 50;

/** Expires one reservation unless somebody is working on its vehicle right now. */
async function expireOne(
  platform: Platform,
  tx: Tx,
  due: { id: string; vehicleId: string },
): Promise<boolean> {
  const now = platform.now();
  const [free] = await tx.$queryRaw<{ id: string }[]>`
    select id from vehicle where id = ${due.vehicleId}::uuid for no key update skip locked`;
  if (!free) return false;
  const reservation = await lockReservation(tx, due.id);
  const { expiresAt, heldAt, status } = reservation;
  if (status !== "ACTIVE" || heldAt || expiresAt > now) return false;
  const action = { type: "expire" } as const;
  await moveReservation(tx, { platform, reservation, action, actorId: null, now });
  return true;
}

/**
 * Ends reservations whose time is over and puts their vehicles back on the market, all that are
 * due: those that somebody is working on are left for the next turn.
 * @returns how many
 */
export async function expireReservations(
  platform: Platform,
  signal?: AbortSignal,
): Promise<number> {
  const db = platform.database.unsafeSystem(REASON);
  const seen: string[] = [];
  let expired = 0;
  while (!signal?.aborted) {
    const due = await db.read((tx) =>
      tx.reservation.findMany({
        where: {
          status: "ACTIVE",
          heldAt: null,
          expiresAt: { lte: platform.now() },
          id: { notIn: seen },
        },
        orderBy: { expiresAt: "asc" },
        take: BATCH,
        select: { id: true, vehicleId: true },
      }),
    );
    for (const each of due) {
      if (signal?.aborted) break;
      if (await db.write((tx) => expireOne(platform, tx, each))) expired += 1;
    }
    if (due.length < BATCH) break;
    seen.push(...due.map(({ id }) => id));
  }
  return expired;
}

interface DueReservation {
  id: string;
  offerId: string;
  vehicleId: string;
  buyerGalleryId: string;
  sellerGalleryId: string;
  startedAt: Date;
  expiresAt: Date;
}

async function remindBatch(platform: Platform, tx: Tx): Promise<number> {
  const now = platform.now();
  const due = await tx.$queryRaw<DueReservation[]>`
    select id, offer_id as "offerId", vehicle_id as "vehicleId",
      buyer_gallery_id as "buyerGalleryId", seller_gallery_id as "sellerGalleryId",
      clock_started_at as "startedAt", expires_at as "expiresAt"
    from reservation where status = 'ACTIVE' and held_at is null and next_reminder_at <= ${now}
    order by next_reminder_at limit ${BATCH} for update skip locked`;
  for (const { id, startedAt, expiresAt, ...parties } of due) {
    const clock = { startedAt, expiresAt };
    const share = dueReminder(clock, now);
    // Plain SQL, since a reminder is no change that would move it to the top of a list.
    await tx.$executeRaw`update reservation set next_reminder_at = ${nextReminder(clock, now)}
      where id = ${id}::uuid`;
    if (share === null) continue;
    await publish(tx, {
      name: "reservation.reminded",
      payload: { ...parties, reservationId: id, share, expiresAt: expiresAt.toISOString() },
      aggregateId: id,
      galleryId: parties.sellerGalleryId,
    });
  }
  return due.length;
}

/**
 * Reminds both sides of reservations of which half, and then a tenth, of the time is left.
 * @returns how many clocks were looked at
 */
export async function remindOfReservations(
  platform: Platform,
  signal?: AbortSignal,
): Promise<number> {
  const db = platform.database.unsafeSystem(REASON);
  let total = 0;
  while (!signal?.aborted) {
    const reminded = await db.write((tx) => remindBatch(platform, tx));
    total += reminded;
    if (reminded < BATCH) break;
  }
  return total;
}
