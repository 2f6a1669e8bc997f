import type { AnsweringHours } from "../clock";
import { answerDeadline } from "../clock";
import { DomainError } from "../errors";
import type { OfferStatus, Side } from "../values";
import {
  assertOfferAmount,
  OFFER_DEFAULT_HOURS,
  OFFER_MAX_ROUNDS,
  offerExpiry,
} from "./offer-limits";
import type { OfferAction, OfferActor, OfferDecision, OfferEvent, OfferState } from "./offer-state";
import { otherSide, sideOf } from "./offer-state";

export interface OfferContext {
  actor: OfferActor;
  now: Date;
  /** When the seller answers; null for around the clock. */
  sellerHours?: AnsweringHours | null | undefined;
}

type PartyAction = Extract<OfferAction, { round: number }>;

function closed(state: OfferState, status: OfferStatus, event: OfferEvent): OfferDecision {
  return { next: { ...state, status, turn: null }, events: [event] };
}

function partyOf(state: OfferState, actor: OfferActor): Side {
  const side = actor === "SYSTEM" ? null : sideOf(state, actor.galleryId);
  // To a stranger the negotiation does not exist; saying more would tell that it does.
  if (side === null) throw new DomainError("offer.not_found");
  return side;
}

function assertOpen(state: OfferState): void {
  if (state.status === "EXPIRED") throw new DomainError("offer.expired");
  if (state.status !== "OPEN") throw new DomainError("offer.not_open", { status: state.status });
}

/** Whether the clock of the latest proposal has run out. */
export function isOfferDue(state: Pick<OfferState, "status" | "expiresAt">, now: Date): boolean {
  return state.status === "OPEN" && Date.parse(state.expiresAt) <= now.getTime();
}

/** Proposals to the seller heed the seller's hours; a buyer answers around the clock. */
function expiryOf(
  turn: Side,
  { now, sellerHours }: OfferContext,
  validForHours: number | undefined,
): string {
  if (turn === "BUYER") return offerExpiry(now, validForHours);
  const asked = { validForHours: validForHours ?? OFFER_DEFAULT_HOURS, hours: sellerHours };
  return answerDeadline(now, asked).toISOString();
}

function counter(
  state: OfferState,
  action: Extract<OfferAction, { type: "counter" }>,
  context: OfferContext & { by: Side },
): OfferDecision {
  const { by } = context;
  if (state.final) throw new DomainError("offer.final");
  if (state.round >= OFFER_MAX_ROUNDS) {
    throw new DomainError("offer.too_many_rounds", { max: OFFER_MAX_ROUNDS });
  }
  assertOfferAmount(action.amount, state.askingAmount);
  const round = state.round + 1;
  const turn = otherSide(by);
  const final = action.final ?? false;
  return {
    next: {
      ...state,
      turn,
      round,
      amount: action.amount,
      final,
      expiresAt: expiryOf(turn, context, action.validForHours),
    },
    events: [{ type: "countered", by, round, amount: action.amount, final }],
  };
}

function decideAsParty(
  state: OfferState,
  action: PartyAction,
  context: OfferContext,
): OfferDecision {
  const by = partyOf(state, context.actor);
  assertOpen(state);
  if (action.round !== state.round) {
    throw new DomainError("offer.stale", { round: state.round });
  }
  if (isOfferDue(state, context.now)) throw new DomainError("offer.expired");
  const onTurn = state.turn === by;
  const { round } = state;
  if (action.type === "withdraw") {
    // Buyers may always walk away; sellers take back their own last word, and only that.
    if (by === "SELLER" && onTurn) throw new DomainError("offer.not_your_turn");
    return closed(state, "WITHDRAWN", { type: "withdrawn", by, round });
  }
  if (!onTurn) throw new DomainError("offer.not_your_turn");
  if (action.type === "counter") return counter(state, action, { ...context, by });
  if (action.type === "accept") {
    return closed(state, "ACCEPTED", { type: "accepted", by, round, amount: state.amount });
  }
  return closed(state, "REJECTED", { type: "rejected", by, round });
}

/** The price of the vehicle moved; what lies on the table does not, and nobody is bound by it. */
function reprice(state: OfferState, askingAmount: number): OfferDecision {
  const { askingAmount: from, round } = state;
  if (!Number.isSafeInteger(askingAmount) || askingAmount <= 0) {
    throw new DomainError("offer.amount_invalid");
  }
  if (from === askingAmount) return { next: state, events: [] };
  return {
    next: { ...state, askingAmount },
    events: [{ type: "repriced", round, from, to: askingAmount }],
  };
}

/**
 * The one place that decides what an action does to a negotiation. `expire` before the clock has
 * run out and any second ending are refused, so that a late schedule or a replayed event does no
 * harm.
 * @throws DomainError `offer.not_found`, `offer.not_open`, `offer.expired`, `offer.stale`,
 * `offer.not_your_turn`, `offer.final`, `offer.too_many_rounds`, `offer.amount_invalid`
 */
export function decideOffer(
  state: OfferState,
  action: OfferAction,
  context: OfferContext,
): OfferDecision {
  if ("round" in action) return decideAsParty(state, action, context);
  if (context.actor !== "SYSTEM") throw new DomainError("offer.not_found");
  assertOpen(state);
  const { round } = state;
  if (action.type === "expire") {
    if (!isOfferDue(state, context.now)) throw new DomainError("offer.not_open");
    return closed(state, "EXPIRED", { type: "expired", round });
  }
  if (action.type === "changePrice") return reprice(state, action.askingAmount);
  const reason = action.type === "closeByRival" ? "RIVAL_ACCEPTED" : action.reason;
  return closed(state, "CLOSED", { type: "closed", round, reason });
}

/** What a party may do now, for the buttons of a screen. */
export function offerActions(
  state: OfferState,
  side: Side,
  now: Date,
): ("accept" | "reject" | "counter" | "withdraw")[] {
  if (state.status !== "OPEN" || isOfferDue(state, now)) return [];
  if (state.turn !== side) return ["withdraw"];
  const answers: ("accept" | "reject" | "counter" | "withdraw")[] = ["accept", "reject"];
  if (!state.final && state.round < OFFER_MAX_ROUNDS) answers.push("counter");
  if (side === "BUYER") answers.push("withdraw");
  return answers;
}
