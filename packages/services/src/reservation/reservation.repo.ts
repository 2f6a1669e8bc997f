import type { Prisma, Tx } from "@oto/db";
import type { ReservationState, ReservationStatus, Side } from "@oto/domain";
import { DomainError, sideOf } from "@oto/domain";

/** A reservation whose row is locked until the end of the transaction. */
export interface LockedReservation {
  id: string;
  offerId: string;
  vehicleId: string;
  buyerGalleryId: string;
  sellerGalleryId: string;
  status: ReservationStatus;
  expiresAt: Date;
  /** Since when the clock stands still. */
  heldAt: Date | null;
  extensionRequestedBy: Side | null;
  extensionUntil: Date | null;
  createdAt: Date;
}

/** The reservation as the machine sees it. */
export function stateOf(row: LockedReservation): ReservationState {
  const { extensionRequestedBy: by, extensionUntil: until } = row;
  return {
    status: row.status,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    extension: by && until ? { by, until: until.toISOString() } : null,
    held: row.heldAt !== null,
  };
}

/**
 * The caller's side of a reservation and its vehicle, without a lock.
 * @throws DomainError `reservation.not_found`, also for everybody who is no party
 */
export async function partyFor(
  tx: Tx,
  reservationId: string,
  galleryId: string,
): Promise<{ vehicleId: string; side: Side }> {
  const row = await tx.reservation.findUnique({
    where: { id: reservationId },
    select: { vehicleId: true, buyerGalleryId: true, sellerGalleryId: true },
  });
  const side = row ? sideOf(row, galleryId) : null;
  if (!row || side === null) throw new DomainError("reservation.not_found");
  return { vehicleId: row.vehicleId, side };
}

/**
 * Locks a reservation; the caller holds its vehicle's lock already.
 * @throws DomainError `reservation.not_found`
 */
export async function lockReservation(tx: Tx, reservationId: string): Promise<LockedReservation> {
  const [row] = await tx.$queryRaw<LockedReservation[]>`
    select id, offer_id as "offerId", vehicle_id as "vehicleId",
      buyer_gallery_id as "buyerGalleryId", seller_gallery_id as "sellerGalleryId",
      status::text as status, expires_at as "expiresAt", held_at as "heldAt",
      extension_requested_by::text as "extensionRequestedBy",
      extension_until as "extensionUntil", created_at as "createdAt"
    from reservation where id = ${reservationId}::uuid for no key update`;
  if (!row) throw new DomainError("reservation.not_found");
  return row;
}

/** What lists show of a reservation. */
export const reservationCardSelect = {
  id: true,
  offerId: true,
  vehicleId: true,
  buyerGalleryId: true,
  sellerGalleryId: true,
  status: true,
  amount: true,
  currency: true,
  vehicleTitle: true,
  buyerName: true,
  sellerName: true,
  expiresAt: true,
  heldAt: true,
  extensionRequestedBy: true,
  extensionUntil: true,
  closedBy: true,
  closeReason: true,
  cancelCode: true,
  countsAgainst: true,
  closedAt: true,
  createdAt: true,
  updatedAt: true,
} as const satisfies Prisma.ReservationSelect;

export type ReservationCardRow = Prisma.ReservationGetPayload<{
  select: typeof reservationCardSelect;
}>;

/** How to reach a gallery; a party's right once something is reserved. */
export async function contactOf(tx: Tx, galleryId: string) {
  return tx.gallery.findUniqueOrThrow({
    where: { id: galleryId },
    select: { phone: true, whatsapp: true, email: true, address: true, district: true },
  });
}
