import type { Tx } from "@oto/db";
import type { LogValue, ReservationEvent } from "@oto/domain";
import { provinceByCode } from "@oto/domain";
import type { Platform } from "../context";
import type { LockedReservation } from "../reservation/reservation.repo";
import type { LogEntry } from "./append-log";
import { appendLog, BY_PLATFORM } from "./append-log";

const KIND_OF = {
  completed: "reservation.completed",
  cancelled: "reservation.cancelled",
  expired: "reservation.expired",
  extensionRequested: "reservation.extension_requested",
  extensionDeclined: "reservation.extension_declined",
  extended: "reservation.extended",
} as const;

type Parties = LogEntry["parties"];

/** Writes a move of a reservation into the log; vehicle and reservation are locked by the caller. */
export async function logReservation(
  platform: Platform,
  tx: Tx,
  move: { reservation: LockedReservation; event: ReservationEvent; now: Date },
): Promise<void> {
  const { event, now, reservation } = move;
  const { buyerGalleryId, offerId, sellerGalleryId } = reservation;
  const side = "by" in event ? event.by : null;
  await appendLog(platform, tx, [
    {
      parties: { offerId, buyerGalleryId, sellerGalleryId },
      kind: KIND_OF[event.type],
      by: side
        ? { side, galleryId: side === "BUYER" ? buyerGalleryId : sellerGalleryId }
        : BY_PLATFORM,
      at: now,
      data: {
        reservationId: reservation.id,
        ...("until" in event ? { until: event.until } : {}),
        ...("reason" in event ? { reason: event.reason } : {}),
      },
    },
  ]);
}

async function partyOf(tx: Tx, galleryId: string): Promise<LogValue> {
  const row = await tx.gallery.findUniqueOrThrow({
    where: { id: galleryId },
    select: { name: true, legalName: true, licenceNo: true, provinceCode: true, district: true },
  });
  const { district, legalName, licenceNo, name, provinceCode } = row;
  const province = provinceByCode(provinceCode)?.name ?? "";
  return { galleryId, name, legalName, licenceNo, province, district };
}

/** Writes who agreed on what: parties and vehicle as they are at the acceptance. */
export async function logReservationStart(
  platform: Platform,
  tx: Tx,
  start: {
    reservation: { id: string; expiresAt: string };
    offer: Parties & { vehicleId: string; amount: bigint; currency: string };
    now: Date;
  },
): Promise<{ modelYear: number | null; mileageKm: number | null }> {
  const { now, offer, reservation } = start;
  const { vehicleId, ...parties } = offer;
  const vehicle = await tx.vehicle.findUniqueOrThrow({
    where: { id: vehicleId },
    select: { title: true, modelYear: true, mileageKm: true, plate: true, vin: true },
  });
  await appendLog(platform, tx, [
    {
      parties: {
        offerId: parties.offerId,
        buyerGalleryId: parties.buyerGalleryId,
        sellerGalleryId: parties.sellerGalleryId,
      },
      kind: "reservation.started",
      by: BY_PLATFORM,
      at: now,
      data: {
        reservationId: reservation.id,
        until: reservation.expiresAt,
        amount: Number(offer.amount),
        currency: offer.currency,
        vehicle: { vehicleId, ...vehicle },
        buyer: await partyOf(tx, offer.buyerGalleryId),
        seller: await partyOf(tx, offer.sellerGalleryId),
      },
    },
  ]);
  return { modelYear: vehicle.modelYear, mileageKm: vehicle.mileageKm };
}
