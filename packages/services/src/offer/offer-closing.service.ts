import type { Tx } from "@oto/db";
import type { OfferCloseReason, VehicleStatus } from "@oto/domain";
import type { Platform } from "../context";
import { lockVehicle } from "../inventory";
import { lockOffers, openOfferIds } from "./offer.repo";
import { moveOffers } from "./offer-transition";

/**
 * Brings the asking price of a vehicle's open negotiations up to date and tells their sides. What
 * was proposed stays as it is.
 * @returns how many had another one
 */
export async function repriceOffers(
  platform: Platform,
  tx: Tx,
  { vehicleId }: { vehicleId: string },
): Promise<number> {
  await lockVehicle(tx, vehicleId);
  const { currency, priceAmount } = await tx.vehicle.findUniqueOrThrow({
    where: { id: vehicleId },
    select: { priceAmount: true, currency: true },
  });
  const offers = await lockOffers(tx, await openOfferIds(tx, vehicleId));
  const outdated = offers.filter(
    (offer) =>
      offer.status === "OPEN" && offer.currency === currency && offer.askingAmount !== priceAmount,
  );
  const action = { type: "changePrice", askingAmount: Number(priceAmount) } as const;
  const move = { action, by: "SYSTEM", now: platform.now() } as const;
  await moveOffers(
    platform,
    tx,
    outdated.map((offer) => ({ offer, ...move })),
  );
  return outdated.length;
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
  const open = (await lockOffers(tx, offerIds)).filter(({ status }) => status === "OPEN");
  const action = { type: "closeByVehicle", reason } as const;
  const move = { action, by: "SYSTEM", now: platform.now() } as const;
  await moveOffers(
    platform,
    tx,
    open.map((offer) => ({ offer, ...move })),
  );
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
    select id from vehicle where id = any(${vehicleIds}::uuid[]) order by id for no key update`;
  const offerIds = open.map(({ id }) => id);
  return closeOffers(tx, { offerIds, reason: "GALLERY_SUSPENDED", platform });
}
