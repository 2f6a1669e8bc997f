import type { Prisma, Tx } from "@oto/db";
import { audit, newId, publish } from "@oto/db";
import type {
  AnsweringHours,
  OfferAction,
  OfferCloseReason,
  OfferEvent,
  OfferState,
  Side,
} from "@oto/domain";
import { decideOffer, nextReminder, otherSide } from "@oto/domain";
import type { Origin, Platform } from "../context";
import { logOffer } from "../deal-log";
import type { LockedOffer } from "./offer.repo";
import { stateOf } from "./offer.repo";

/** Who moves a negotiation: a member of one of its galleries, or the platform itself. */
export type OfferMover = { galleryId: string; userId: string | null } | "SYSTEM";

export interface OfferMove {
  /** Signs what is written into the log. */
  platform: Platform;
  offer: LockedOffer;
  action: OfferAction;
  by: OfferMover;
  now: Date;
  /** What the acting side says with it. */
  message?: string | undefined;
  /** Where an acceptance leads. */
  reservation?: { id: string; expiresAt: string };
  /** Set when a rule of the seller's acted in their name. */
  closeReason?: OfferCloseReason;
  /** The seller's private rule that acts, where no person does. */
  rule?: "AUTO_COUNTER";
  /** When the seller answers; for proposals to the seller. */
  sellerHours?: AnsweringHours | null;
  /** The rival whose acceptance closes this one. */
  closedByOfferId?: string;
  origin?: Origin | undefined;
}

interface Announcement {
  offer: Pick<
    LockedOffer,
    "id" | "vehicleId" | "buyerGalleryId" | "sellerGalleryId" | "currency" | "amount"
  >;
  event: OfferEvent;
  galleryId: string;
  reservation?: OfferMove["reservation"];
}

/** Writes what happened to the outbox. */
export async function announceOffer(tx: Tx, announcement: Announcement): Promise<void> {
  const { offer, event, galleryId, reservation } = announcement;
  const { id: offerId, vehicleId, buyerGalleryId, sellerGalleryId, currency } = offer;
  const about = { aggregateId: offerId, galleryId };
  const base = { offerId, vehicleId, buyerGalleryId, sellerGalleryId, round: event.round };
  switch (event.type) {
    case "created": {
      const payload = { ...base, amount: event.amount, currency };
      await publish(tx, { name: "offer.created", payload, ...about });
      return;
    }
    case "countered": {
      const payload = { ...base, amount: event.amount, currency, by: event.by };
      await publish(tx, { name: "offer.countered", payload, ...about });
      return;
    }
    case "accepted": {
      if (!reservation) throw new Error("an acceptance reserves the vehicle");
      const reserved = { reservationId: reservation.id, reservedUntil: reservation.expiresAt };
      const payload = { ...base, amount: event.amount, currency, by: event.by, ...reserved };
      await publish(tx, { name: "offer.accepted", payload, ...about });
      return;
    }
    case "rejected":
      await publish(tx, { name: "offer.rejected", payload: { ...base, by: event.by }, ...about });
      return;
    case "withdrawn":
      await publish(tx, { name: "offer.withdrawn", payload: { ...base, by: event.by }, ...about });
      return;
    case "expired":
      await publish(tx, { name: "offer.expired", payload: base, ...about });
      return;
    case "repriced": {
      const { from: fromAmount, to: toAmount } = event;
      const payload = { ...base, amount: Number(offer.amount), currency, fromAmount, toAmount };
      await publish(tx, { name: "offer.asking_price_changed", payload, ...about });
      return;
    }
    case "closed":
      await publish(tx, {
        name: "offer.closed",
        payload: { ...base, reason: event.reason },
        ...about,
      });
  }
}

/**
 * How many moves a negotiation has seen: its proposals, and its end. A side that has looked at
 * fewer has something unread.
 */
export function movesOf(offer: { round: number; status: string }): number {
  return offer.round + (offer.status === "OPEN" ? 0 : 1);
}

const seenBy = (side: Side, moves: number) =>
  side === "BUYER" ? { buyerSeenRound: moves } : { sellerSeenRound: moves };

/** Who first answered for the seller, and when; what reports measure by. */
function answerOf({ offer, by, now }: OfferMove, event: OfferEvent): Prisma.OfferUpdateInput {
  if (by === "SYSTEM" || !("by" in event) || event.by !== "SELLER") return {};
  const first = { answeredAt: now, answeredByRule: by.userId === null };
  return {
    ...(offer.answeredAt ? {} : first),
    ...(offer.sellerUserId || by.userId === null ? {} : { sellerUserId: by.userId }),
  };
}

/** The clock of a proposal that is made now. */
export function clockOf({ expiresAt }: Pick<OfferState, "expiresAt">, now: Date) {
  const clock = { startedAt: now, expiresAt: new Date(expiresAt) };
  return { clockStartedAt: now, nextReminderAt: nextReminder(clock, now) };
}

function changesOf(move: OfferMove, next: OfferState, event: OfferEvent): Prisma.OfferUpdateInput {
  const by = "by" in event ? event.by : null;
  const seen = by ? seenBy(by, movesOf(next)) : {};
  const answer = answerOf(move, event);
  if (event.type === "repriced") return { askingAmount: BigInt(next.askingAmount) };
  if (next.status === "OPEN") {
    const { amount, expiresAt, final, round, turn } = next;
    const clock = clockOf(next, move.now);
    return { amount: BigInt(amount), expiresAt, final, round, turn, ...clock, ...seen, ...answer };
  }
  const reason = event.type === "closed" ? event.reason : move.closeReason;
  return {
    status: next.status,
    turn: null,
    closedBy: by,
    closeReason: reason ?? move.message ?? null,
    closedAt: move.now,
    closedByOfferId: move.closedByOfferId ?? null,
    nextReminderAt: null,
    ...seen,
    ...answer,
  };
}

/** Writes a proposal of one side. */
export async function writeRound(
  tx: Tx,
  proposal: {
    offer: LockedOffer;
    next: OfferState;
    move: Pick<OfferMove, "by" | "message" | "now" | "rule">;
  },
): Promise<void> {
  const { offer, next, move } = proposal;
  if (next.turn === null) throw new Error("a proposal is made to somebody");
  await tx.offerRound.createMany({
    data: {
      id: newId(),
      offerId: offer.id,
      buyerGalleryId: offer.buyerGalleryId,
      sellerGalleryId: offer.sellerGalleryId,
      round: next.round,
      side: otherSide(next.turn),
      amount: BigInt(next.amount),
      currency: offer.currency,
      final: next.final,
      message: move.message || null,
      rule: move.rule ?? null,
      actorId: move.by === "SYSTEM" ? null : move.by.userId,
      expiresAt: next.expiresAt,
      createdAt: move.now,
    },
  });
}

/**
 * The only way a negotiation changes once it is open: asks the machine, writes the state and the
 * proposal, announces it, records it. The row is locked by the caller.
 *
 * @returns the state after the move
 * @throws DomainError what `decideOffer` refuses
 */
export async function moveOffer(tx: Tx, move: OfferMove): Promise<OfferState> {
  const { offer, action, by, now, reservation, origin } = move;
  const { next, events } = decideOffer(stateOf(offer), action, {
    actor: by,
    now,
    sellerHours: move.sellerHours,
  });
  if (events.length === 0) return next;
  const galleryId = by === "SYSTEM" ? offer.sellerGalleryId : by.galleryId;
  for (const event of events) {
    await tx.offer.update({
      where: { id: offer.id },
      data: changesOf(move, next, event),
      select: { id: true },
    });
    if (event.type === "countered") await writeRound(tx, { offer, next, move });
    await announceOffer(tx, { offer, event, galleryId, ...(reservation ? { reservation } : {}) });
    await logOffer(move.platform, tx, {
      ...{ offer, event, by, now },
      message: move.message,
      ...(event.type === "countered" ? { validUntil: next.expiresAt } : {}),
    });
  }
  await audit(tx, {
    action: `offer.${action.type}`,
    entityType: "offer",
    entityId: offer.id,
    galleryId,
    actorId: by === "SYSTEM" ? null : by.userId,
    before: { status: offer.status, round: offer.round, amount: Number(offer.amount) },
    after: {
      status: next.status,
      round: next.round,
      amount: next.amount,
      ...(move.rule ? { rule: move.rule } : {}),
      ...(action.type === "changePrice" ? { askingAmount: next.askingAmount } : {}),
    },
    ip: origin?.ip,
    requestId: origin?.requestId,
  });
  return next;
}
