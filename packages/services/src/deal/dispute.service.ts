import type { Tx } from "@oto/db";
import { newId, publish } from "@oto/db";
import type { DisputeOutcome } from "@oto/domain";
import { assertMayDispute, DomainError, holdsClock } from "@oto/domain";
import type { DealerContext, StaffContext } from "../context";
import { lockVehicle } from "../inventory";
import { lockReservation } from "../reservation/reservation.repo";
import { moveReservation } from "../reservation/reservation-transition";
import { retryingConflicts } from "../write-conflict";
import type { DealDisputeInput, DealIdInput, DisputeSettleInput } from "./deal.input";
import type { LockedDeal } from "./deal.repo";
import { dealIds, dealState, galleryOf, lockDeal } from "./deal.repo";
import type { DealMoveView } from "./deal.views";
import type { DealRecord } from "./deal-transition";
import { holdReservation, recordDeal } from "./deal-transition";
import { holdingDeal } from "./holding-deal";

const REASON = "the platform settles disputes between two galleries";

/**
 * Disputes a deal: everything that would settle it by itself stands still (the reservation's clock,
 * confirmations, ratings) until the dispute is settled or withdrawn. The event opens a support
 * case in which both sides and the platform talk.
 * @throws DomainError `deal.not_found`, `deal.disputed`, `deal.not_open`, `deal.dispute_too_late`
 */
export async function disputeDeal(
  ctx: DealerContext,
  input: DealDisputeInput,
): Promise<DealMoveView & { disputeId: string }> {
  const disputeId = newId();
  return holdingDeal(ctx, input.dealId, async (tx, { deal, side }) => {
    const now = ctx.now();
    assertMayDispute(dealState(deal), deal.completedAt, now);
    const { buyerGalleryId, id: dealId, sellerGalleryId } = deal;
    const { reason, text } = input;
    const { userId } = ctx.identity;
    await tx.dispute.createMany({
      data: {
        id: disputeId,
        ...{ dealId, buyerGalleryId, sellerGalleryId, reason, text },
        openedBy: side,
        openedById: userId,
        createdAt: now,
      },
    });
    await tx.deal.update({
      where: { id: dealId },
      data: { disputedAt: now },
      select: { id: true },
    });
    await holdReservation(tx, { deal, held: true, now });
    await publish(tx, {
      name: "deal.disputed",
      payload: { ...dealIds(deal), disputeId, by: side, openedByUserId: userId, reason },
      aggregateId: dealId,
      galleryId: galleryOf(deal, side),
    });
    await recordDeal(tx, {
      ...{ platform: ctx, deal, side, actorId: userId, now, origin: ctx.origin },
      kind: "deal.disputed",
      data: { dealId, disputeId, reason, text },
    });
    return { dealId, disputeId, status: deal.status };
  });
}

type Ending = Omit<DealRecord, "kind" | "data"> & {
  disputeId: string;
  outcome: DisputeOutcome | null;
  note: string | null;
};

/** What the end of a dispute lets go of: the reservation's clock, the deal, its ratings. */
async function release(tx: Tx, ending: Ending): Promise<void> {
  const { deal, disputeId, note, now, outcome, ...by } = ending;
  await tx.deal.update({
    where: { id: deal.id },
    data: { disputedAt: null, disputeEndedAt: now },
    select: { id: true },
  });
  const held = holdsClock({ ...dealState(deal), disputed: false });
  await holdReservation(tx, { deal, held, now });
  await publish(tx, {
    name: "deal.dispute_ended",
    payload: { ...dealIds(deal), disputeId, outcome },
    aggregateId: deal.id,
    galleryId: galleryOf(deal, by.side ?? "SELLER"),
  });
  await recordDeal(tx, {
    ...{ ...by, deal, now },
    kind: "deal.dispute_ended",
    data: { dealId: deal.id, disputeId, outcome, note },
  });
}

/**
 * Takes one's own dispute back.
 * @throws DomainError `deal.not_found`, `deal.dispute_not_open`
 */
export async function withdrawDispute(
  ctx: DealerContext,
  input: DealIdInput,
): Promise<DealMoveView> {
  return holdingDeal(ctx, input.dealId, async (tx, { deal, side }) => {
    const now = ctx.now();
    const open = await tx.dispute.findFirst({
      where: { dealId: deal.id, status: "OPEN", openedBy: side },
      select: { id: true },
    });
    if (!open) throw new DomainError("deal.dispute_not_open");
    await tx.dispute.update({
      where: { id: open.id },
      data: { status: "WITHDRAWN", endedAt: now, endedById: ctx.identity.userId },
      select: { id: true },
    });
    await release(tx, {
      ...{ platform: ctx, deal, side, actorId: ctx.identity.userId, now, origin: ctx.origin },
      ...{ disputeId: open.id, outcome: null, note: null },
    });
    return { dealId: deal.id, status: deal.status };
  });
}

interface OpenDispute {
  id: string;
  dealId: string;
  openedBy: "BUYER" | "SELLER";
}

async function callOff(
  ctx: StaffContext,
  tx: Tx,
  { deal, dispute, input }: { deal: LockedDeal; dispute: OpenDispute; input: DisputeSettleInput },
): Promise<void> {
  if (deal.status !== "OPEN" || deal.reservationStatus !== "ACTIVE") {
    throw new DomainError("deal.cannot_cancel");
  }
  await moveReservation(tx, {
    platform: ctx,
    reservation: await lockReservation(tx, deal.id),
    action: { type: "cancel", by: input.faultSide ?? dispute.openedBy, reason: input.note },
    actorId: ctx.identity.userId,
    now: ctx.now(),
    origin: ctx.origin,
    bySettlement: true,
  });
}

/**
 * The platform settles a dispute: the deal goes on where it stood, or it is called off and the
 * vehicle goes back on the market. A vehicle that is sold stays sold.
 * @throws DomainError `deal.not_found`, `deal.dispute_not_open`, `deal.cannot_cancel`
 */
export async function settleDispute(
  ctx: StaffContext,
  input: DisputeSettleInput,
): Promise<DealMoveView> {
  const db = ctx.database.unsafeSystem(REASON);
  return retryingConflicts(() =>
    db.write(async (tx) => {
      const dispute = await tx.dispute.findUnique({
        where: { id: input.disputeId },
        select: { id: true, dealId: true, openedBy: true, deal: { select: { vehicleId: true } } },
      });
      if (!dispute) throw new DomainError("deal.not_found");
      await lockVehicle(tx, dispute.deal.vehicleId);
      await lockReservation(tx, dispute.dealId);
      const deal = await lockDeal(tx, dispute.dealId);
      const now = ctx.now();
      const { faultSide = null, note, outcome } = input;
      const { count } = await tx.dispute.updateMany({
        where: { id: dispute.id, status: "OPEN" },
        data: {
          ...{ status: "SETTLED", outcome, faultSide, outcomeNote: note },
          ...{ endedAt: now, endedById: ctx.identity.userId },
        },
      });
      if (count === 0) throw new DomainError("deal.dispute_not_open");
      const actorId = ctx.identity.userId;
      await release(tx, {
        ...{ platform: ctx, deal, side: null, actorId, now, origin: ctx.origin },
        ...{ disputeId: dispute.id, outcome, note },
      });
      if (outcome === "CANCEL") await callOff(ctx, tx, { deal, dispute, input });
      const { status } = await lockDeal(tx, deal.id);
      return { dealId: deal.id, status };
    }),
  );
}
