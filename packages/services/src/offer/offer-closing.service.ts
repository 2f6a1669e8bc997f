import type { Tx } from "@oto/db";
import type { OfferCloseReason, VehicleStatus } from "@oto/domain";
import type { Platform } from "../context";
import { lockVehicle } from "../inventory";
import { lockOffers, openOfferIds } from "./offer.repo";
import { moveOffer } from "./offer-transition";

const REASON = "clocks run out for all galleries";
const BATCH = 100;

async function expireBatch(platform: Platform, tx: Tx): Promise<number> {
  const now = platform.now();
  // Rows that somebody is deciding on right now are left for the next turn. Holding offers without
  // their vehicles is safe here, because nothing else is waited for afterwards.
  const due = await tx.$queryRaw<{ id: string }[]>`
    select id from offer where status = 'OPEN' and expires_at <= ${now}
    order by expires_at limit ${BATCH} for update skip locked`;
  const offers = await lockOffers(
    tx,
    due.map(({ id }) => id),
  );
  for (const offer of offers) {
    await moveOffer(tx, { platform, offer, action: { type: "expire" }, by: "SYSTEM", now });
  }
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

const REASON_OF_STATUS: Partial<Record<VehicleStatus, OfferCloseReason>> = {
  DRAFT: "VEHICLE_UNPUBLISHED",
  IN_REVIEW: "VEHICLE_UNPUBLISHED",
  PAUSED: "VEHICLE_UNPUBLISHED",
  SOLD: "VEHICLE_SOLD",
  ARCHIVED: "VEHICLE_ARCHIVED",
};

async function closeOffers(
  tx: Tx,
  closing: { offerIds: readonly string[]; reason: OfferCloseReason; platform: Platform },
): Promise<number> {
  const { offerIds, reason, platform } = closing;
  const now = platform.now();
  const open = (await lockOffers(tx, offerIds)).filter(({ status }) => status === "OPEN");
  for (const offer of open) {
    const action = { type: "closeByVehicle", reason } as const;
    await moveOffer(tx, { platform, offer, action, by: "SYSTEM", now });
  }
  return open.length;
}

/**
 * Closes the open negotiations over a vehicle that is off the market by now. One that came back in
 * the meantime, or is reserved, keeps them.
 * @returns how many
 */
export async function closeOffersOfVehicle(
  platform: Platform,
  tx: Tx,
  { vehicleId }: { vehicleId: string },
): Promise<number> {
  const { status } = await lockVehicle(tx, vehicleId);
  const reason = REASON_OF_STATUS[status];
  if (reason === undefined) return 0;
  const offerIds = await openOfferIds(tx, vehicleId);
  return closeOffers(tx, { offerIds, reason, platform });
}

/**
 * Closes the open negotiations of a gallery that may not trade any more, on either side.
 * @returns how many
 */
export async function closeOffersOfGallery(
  platform: Platform,
  tx: Tx,
  { galleryId }: { galleryId: string },
): Promise<number> {
  const suspended = await tx.gallery.count({ where: { id: galleryId, status: "SUSPENDED" } });
  if (suspended === 0) return 0;
  const open = await tx.offer.findMany({
    where: {
      status: "OPEN",
      OR: [{ buyerGalleryId: galleryId }, { sellerGalleryId: galleryId }],
    },
    select: { id: true, vehicleId: true },
  });
  const vehicleIds = [...new Set(open.map(({ vehicleId }) => vehicleId))];
  // Vehicles first and in one order, as everybody who moves an offer does.
  await tx.$queryRaw`
    select id from vehicle where id = any(${vehicleIds}::uuid[]) order by id for update`;
  const offerIds = open.map(({ id }) => id);
  return closeOffers(tx, { offerIds, reason: "GALLERY_SUSPENDED", platform });
}
