import type { Tx } from "@oto/db";
import { audit, publish } from "@oto/db";
import type {
  DealAction,
  DealDecision,
  DealLogKind,
  LogValue,
  ReservationAction,
  Side,
} from "@oto/domain";
import { assertReservationFree, decideDeal, holdsClock, otherSide } from "@oto/domain";
import type { Origin, Platform } from "../context";
import { appendLog, BY_PLATFORM } from "../deal-log";
import type { LockedDeal } from "./deal.repo";
import { dealIds, dealState, galleryOf, lockDeal } from "./deal.repo";

interface DealMove {
  platform: Platform;
  deal: LockedDeal;
  action: DealAction;
  /** Who acts; null for the clock. */
  actorId: string | null;
  now: Date;
  origin?: Origin | undefined;
}

/** What is written down of a deal beside its state: log entry and audit. */
export interface DealRecord {
  platform: Platform;
  deal: LockedDeal;
  kind: DealLogKind;
  side: Side | null;
  actorId: string | null;
  now: Date;
  data: { readonly [key: string]: LogValue };
  origin?: Origin | undefined;
}

/** Writes a step of a deal into its signed log and into the audit trail. */
export async function recordDeal(tx: Tx, record: DealRecord): Promise<void> {
  const { actorId, data, deal, kind, now, origin, platform, side } = record;
  const { buyerGalleryId, id, offerId, sellerGalleryId } = deal;
  await appendLog(platform, tx, [
    {
      parties: { offerId, buyerGalleryId, sellerGalleryId },
      kind,
      by: side === null ? BY_PLATFORM : { side, galleryId: galleryOf(deal, side) },
      at: now,
      data,
    },
  ]);
  await audit(tx, {
    action: kind,
    entityType: "deal",
    entityId: id,
    galleryId: galleryOf(deal, side ?? "SELLER"),
    actorId,
    after: { kind },
    ip: origin?.ip,
    requestId: origin?.requestId,
  });
}

/** Stops the clock of the reservation, or lets it go on where it stood. */
export async function holdReservation(
  tx: Tx,
  { deal, held, now }: { deal: LockedDeal; held: boolean; now: Date },
): Promise<void> {
  if (deal.reservationStatus !== "ACTIVE") return;
  if (held) {
    await tx.reservation.updateMany({
      where: { id: deal.id, heldAt: null },
      data: { heldAt: now },
    });
    return;
  }
  await tx.$executeRaw`
    update reservation set expires_at = expires_at + (${now}::timestamptz - held_at), held_at = null,
      updated_at = ${now} where id = ${deal.id}::uuid and held_at is not null`;
}

async function announce(tx: Tx, move: DealMove, decision: DealDecision): Promise<void> {
  const { deal, action } = move;
  const { confirmedBy, next } = decision;
  const ids = dealIds(deal);
  const about = { aggregateId: deal.id, galleryId: galleryOf(deal, confirmedBy ?? "SELLER") };
  if (
    confirmedBy &&
    deal[confirmedBy === "BUYER" ? "buyerConfirmedAt" : "sellerConfirmedAt"] === null
  ) {
    const silent = action.type === "confirmSilently";
    const payload = { ...ids, by: confirmedBy, silent };
    await publish(tx, { name: "deal.confirmed", payload, ...about });
    await recordDeal(tx, {
      ...move,
      kind: "deal.confirmed",
      side: silent ? null : confirmedBy,
      data: { dealId: deal.id, side: confirmedBy, silent },
    });
  }
  if (next.status === "COMPLETED") {
    await publish(tx, { name: "deal.completed", payload: ids, ...about });
    await recordDeal(tx, {
      ...move,
      kind: "deal.completed",
      side: null,
      actorId: null,
      data: { dealId: deal.id },
    });
  }
}

/** Confirming is what closes the handover. */
async function closeHandover(tx: Tx, move: DealMove, by: Side): Promise<void> {
  const { actorId, deal, now } = move;
  if (deal.steps.HANDOVER === "DONE") return;
  const changed = { state: "DONE", changedBy: by, changedById: actorId, changedAt: now } as const;
  await tx.dealStep.upsert({
    where: { dealId_kind: { dealId: deal.id, kind: "HANDOVER" } },
    create: {
      dealId: deal.id,
      kind: "HANDOVER",
      buyerGalleryId: deal.buyerGalleryId,
      sellerGalleryId: deal.sellerGalleryId,
      version: 1,
      ...changed,
    },
    update: { ...changed, version: { increment: 1 } },
    select: { dealId: true },
  });
}

/**
 * The only way a deal's state changes: asks the machine, writes the state, stops the reservation's
 * clock once a side has spoken, announces and records. The deal is locked by the caller.
 *
 * @returns what the machine decided; `sells` tells that the reservation is to be completed
 * @throws DomainError what `decideDeal` refuses
 */
export async function moveDeal(tx: Tx, move: DealMove): Promise<DealDecision> {
  const { action, deal, now } = move;
  const decision = decideDeal(dealState(deal), action, now);
  const { confirmedBy, next } = decision;
  await tx.deal.update({
    where: { id: deal.id },
    data: {
      status: next.status,
      buyerConfirmedAt: next.confirmed.BUYER,
      sellerConfirmedAt: next.confirmed.SELLER,
      completedAt: next.status === "COMPLETED" ? now : null,
      ...(action.type === "confirmSilently" ? { silentSide: confirmedBy } : {}),
    },
    select: { id: true },
  });
  if (confirmedBy) {
    await closeHandover(
      tx,
      move,
      action.type === "confirmSilently" ? otherSide(confirmedBy) : confirmedBy,
    );
  }
  if (next.status === "OPEN") await holdReservation(tx, { deal, held: holdsClock(next), now });
  await announce(tx, move, decision);
  return decision;
}

/** Opens the deal of a new reservation, in the transaction of the acceptance. */
export async function openDeal(
  tx: Tx,
  opened: {
    reservationId: string;
    offer: { id: string; vehicleId: string; buyerGalleryId: string; sellerGalleryId: string };
    vehicle: { modelYear: number | null; mileageKm: number | null };
    now: Date;
  },
): Promise<void> {
  const { now, offer, reservationId, vehicle } = opened;
  const { buyerGalleryId, id: offerId, sellerGalleryId, vehicleId } = offer;
  await tx.deal.createMany({
    data: {
      id: reservationId,
      ...{ offerId, vehicleId, buyerGalleryId, sellerGalleryId },
      ...vehicle,
      createdAt: now,
      updatedAt: now,
    },
  });
}

/**
 * Whether a move of a reservation may happen to its deal; the platform's own moves may always.
 * @throws DomainError `deal.disputed`, `deal.confirmed`
 */
export async function assertDealAllows(
  tx: Tx,
  reservationId: string,
  action: ReservationAction,
): Promise<void> {
  if (action.type === "expire") return;
  const deal = await lockDeal(tx, reservationId);
  const asked =
    action.type === "complete" || action.type === "cancel" ? action.type : ("extend" as const);
  assertReservationFree(dealState(deal), asked);
}

/** What the end of a reservation does to its deal, in the same transaction. */
export async function followReservation(
  tx: Tx,
  ended: Omit<DealMove, "deal" | "action"> & { reservationId: string; action: ReservationAction },
): Promise<void> {
  const { action, reservationId, ...move } = ended;
  const deal = await lockDeal(tx, reservationId);
  if (deal.status !== "OPEN") return;
  if (action.type === "complete") {
    await moveDeal(tx, { ...move, deal, action: { type: "reservationCompleted", by: action.by } });
  } else if (action.type === "cancel") {
    await moveDeal(tx, { ...move, deal, action: { type: "reservationCancelled" } });
  } else if (action.type === "expire") {
    await moveDeal(tx, { ...move, deal, action: { type: "reservationExpired" } });
  }
}
