import type { AnyEvent, AuditInput, Prisma, Tx } from "@oto/db";
import { auditAll, newId, publishAll } from "@oto/db";
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
import { appendLog, offerLogEntry } from "../deal-log";
import type { LockedOffer } from "./offer.repo";
import { stateOf } from "./offer.repo";
import { offerAnnouncement } from "./offer-announcement";

/** Who moves a negotiation: a member of one of its galleries, or the platform itself. */
export type OfferMover = { galleryId: string; userId: string | null } | "SYSTEM";

type OfferChanges = Prisma.OfferUncheckedUpdateManyInput;

export interface OfferMove {
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
function answerOf({ offer, by, now }: OfferMove, event: OfferEvent): OfferChanges {
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

function changesOf(move: OfferMove, next: OfferState, event: OfferEvent): OfferChanges {
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

/** A proposal of one side. */
interface Proposal {
  offer: LockedOffer;
  next: OfferState;
  move: Pick<OfferMove, "by" | "message" | "now" | "rule">;
}

/** Writes proposals of one side each. */
export async function writeRounds(tx: Tx, proposals: readonly Proposal[]): Promise<void> {
  if (proposals.length > 0) await tx.offerRound.createMany({ data: proposals.map(roundOf) });
}

function roundOf({ offer, next, move }: Proposal) {
  if (next.turn === null) throw new Error("a proposal is made to somebody");
  return {
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
  };
}

/** A move that the machine allows, and one of the things that it lets happen. */
interface Step {
  move: OfferMove;
  next: OfferState;
  event: OfferEvent;
}

/** In whose name a move is made. */
const galleryOf = ({ by, offer }: OfferMove): string =>
  by === "SYSTEM" ? offer.sellerGalleryId : by.galleryId;

/** Writes the states: offers that change alike, as when rivals close, in one statement. */
async function writeStates(tx: Tx, steps: readonly Step[]): Promise<void> {
  const alike = new Map<string, { data: OfferChanges; ids: string[] }>();
  for (const { event, move, next } of steps) {
    const data = changesOf(move, next, event);
    const key = JSON.stringify(data, (_, value) =>
      typeof value === "bigint" ? value.toString() : value,
    );
    const known = alike.get(key);
    if (known) known.ids.push(move.offer.id);
    else alike.set(key, { data, ids: [move.offer.id] });
  }
  for (const { data, ids } of alike.values()) {
    await tx.offer.updateMany({ where: { id: { in: ids } }, data });
  }
}

const announcement = ({ event, move }: Step): AnyEvent =>
  offerAnnouncement({
    offer: move.offer,
    event,
    galleryId: galleryOf(move),
    reservation: move.reservation,
  });

const logEntry = ({ event, move, next }: Step) =>
  offerLogEntry({
    ...{ offer: move.offer, event, by: move.by, now: move.now },
    message: move.message,
    ...(event.type === "countered" ? { validUntil: next.expiresAt } : {}),
  });

function auditOf(move: OfferMove, next: OfferState): AuditInput {
  const { action, by, offer, origin } = move;
  return {
    action: `offer.${action.type}`,
    entityType: "offer",
    entityId: offer.id,
    galleryId: galleryOf(move),
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
  };
}

const decide = (move: OfferMove) =>
  decideOffer(stateOf(move.offer), move.action, {
    actor: move.by,
    now: move.now,
    sellerHours: move.sellerHours,
  });

/**
 * The only way negotiations change once they are open: asks the machine about each, writes states
 * and proposals, announces, signs and records them, a statement for all of a kind. The rows are
 * locked by the caller; each offer is moved once.
 *
 * @returns the states after the moves, in their order
 * @throws DomainError what `decideOffer` refuses of any of them; nothing is written then
 */
export async function moveOffers(
  platform: Platform,
  tx: Tx,
  moves: readonly OfferMove[],
): Promise<OfferState[]> {
  const decided = moves.map((move) => ({ move, ...decide(move) }));
  const steps = decided.flatMap(({ move, next, events }) =>
    events.map((event): Step => ({ move, next, event })),
  );
  await writeStates(tx, steps);
  const proposals = steps.filter(({ event }) => event.type === "countered");
  await writeRounds(
    tx,
    proposals.map(({ move, next }) => ({ offer: move.offer, next, move })),
  );
  await publishAll(tx, steps.map(announcement));
  await appendLog(platform, tx, steps.map(logEntry));
  const moved = decided.filter(({ events }) => events.length > 0);
  await auditAll(
    tx,
    moved.map(({ move, next }) => auditOf(move, next)),
  );
  return decided.map(({ next }) => next);
}

/**
 * `moveOffers` for one.
 * @throws DomainError as there
 */
export async function moveOffer(platform: Platform, tx: Tx, move: OfferMove): Promise<OfferState> {
  const [next] = await moveOffers(platform, tx, [move]);
  if (!next) throw new Error("a move has a state after it");
  return next;
}
