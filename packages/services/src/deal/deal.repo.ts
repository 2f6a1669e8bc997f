import type { Tx } from "@oto/db";
import type {
  DealState,
  DealStatus,
  DealStepKind,
  DealStepState,
  ReservationStatus,
  Side,
} from "@oto/domain";
import { DomainError, sideOf } from "@oto/domain";

/** A deal whose row is locked until the end of the transaction, with its steps. */
export interface LockedDeal {
  id: string;
  offerId: string;
  vehicleId: string;
  buyerGalleryId: string;
  sellerGalleryId: string;
  status: DealStatus;
  reservationStatus: ReservationStatus;
  buyerConfirmedAt: Date | null;
  sellerConfirmedAt: Date | null;
  disputedAt: Date | null;
  disputeEndedAt: Date | null;
  completedAt: Date | null;
  ratingsShownAt: Date | null;
  steps: Record<DealStepKind, DealStepState>;
}

/** Steps that nobody has touched are open. */
export function stepStates(
  rows: readonly { kind: DealStepKind; state: DealStepState }[],
): Record<DealStepKind, DealStepState> {
  const states: Record<DealStepKind, DealStepState> = {
    EKSPERTIZ: "OPEN",
    SECURE_PAYMENT: "OPEN",
    NOTER: "OPEN",
    HANDOVER: "OPEN",
  };
  for (const { kind, state } of rows) states[kind] = state;
  return states;
}

/** The deal as the machine sees it. */
export function dealState(deal: LockedDeal): DealState {
  return {
    status: deal.status,
    reservation: deal.reservationStatus,
    confirmed: {
      BUYER: deal.buyerConfirmedAt?.toISOString() ?? null,
      SELLER: deal.sellerConfirmedAt?.toISOString() ?? null,
    },
    disputed: deal.disputedAt !== null,
    steps: deal.steps,
  };
}

/**
 * Locks a deal; whoever also needs its vehicle or its reservation has locked them before.
 * @throws DomainError `deal.not_found`
 */
export async function lockDeal(tx: Tx, dealId: string): Promise<LockedDeal> {
  const [row] = await tx.$queryRaw<Omit<LockedDeal, "steps">[]>`
    select d.id, d.offer_id as "offerId", d.vehicle_id as "vehicleId",
      d.buyer_gallery_id as "buyerGalleryId", d.seller_gallery_id as "sellerGalleryId",
      d.status::text as status, r.status::text as "reservationStatus",
      d.buyer_confirmed_at as "buyerConfirmedAt", d.seller_confirmed_at as "sellerConfirmedAt",
      d.disputed_at as "disputedAt", d.dispute_ended_at as "disputeEndedAt",
      d.completed_at as "completedAt", d.ratings_shown_at as "ratingsShownAt"
    from deal d join reservation r on r.id = d.id
    where d.id = ${dealId}::uuid for update of d`;
  if (!row) throw new DomainError("deal.not_found");
  const rows = await tx.dealStep.findMany({
    where: { dealId },
    select: { kind: true, state: true },
  });
  return { ...row, steps: stepStates(rows) };
}

/**
 * The caller's side of a deal and its vehicle, without a lock.
 * @throws DomainError `deal.not_found`, also for everybody who is no party
 */
export async function dealPartyFor(
  tx: Tx,
  dealId: string,
  galleryId: string,
): Promise<{ vehicleId: string; offerId: string; side: Side }> {
  const row = await tx.deal.findUnique({
    where: { id: dealId },
    select: { vehicleId: true, offerId: true, buyerGalleryId: true, sellerGalleryId: true },
  });
  const side = row ? sideOf(row, galleryId) : null;
  if (!row || side === null) throw new DomainError("deal.not_found");
  return { vehicleId: row.vehicleId, offerId: row.offerId, side };
}

/** What every event of a deal names. */
export function dealIds(deal: LockedDeal) {
  const { id, offerId, vehicleId, buyerGalleryId, sellerGalleryId } = deal;
  return { dealId: id, reservationId: id, offerId, vehicleId, buyerGalleryId, sellerGalleryId };
}

/** The gallery of a side. */
export function galleryOf(
  deal: Pick<LockedDeal, "buyerGalleryId" | "sellerGalleryId">,
  side: Side,
): string {
  return side === "BUYER" ? deal.buyerGalleryId : deal.sellerGalleryId;
}
