import { describe, expect, it } from "vitest";
import { isDomainError } from "../errors";
import type { OfferStatus, Side } from "../values";
import { OFFER_STATUSES } from "../values";
import type { OfferAction, OfferActor, OfferState } from ".";
import { decideOffer, OFFER_MAX_ROUNDS, offerExpiry } from ".";

/**
 * Every cell of state × turn × final × clock × last round × actor × action × round, against what
 * the rule is in one sentence each, written here a second time and in another way.
 */
const now = new Date("2026-01-10T10:00:00Z");
const later = new Date("2026-01-12T10:00:00Z");

interface Cell {
  status: OfferStatus;
  turn: Side;
  final: boolean;
  due: boolean;
  last: boolean;
  actor: "BUYER" | "SELLER" | "STRANGER" | "SYSTEM";
  action: OfferAction["type"];
  seen: "this" | "old" | "future";
}

const BOOLEANS = [false, true] as const;
const PARTY_ACTIONS = ["counter", "accept", "reject", "withdraw"] as const;
const SYSTEM_ACTIONS = ["expire", "closeByRival", "closeByVehicle", "changePrice"] as const;

function* cells(): Generator<Cell> {
  for (const status of OFFER_STATUSES)
    for (const turn of ["BUYER", "SELLER"] as const)
      for (const final of BOOLEANS)
        for (const due of BOOLEANS)
          for (const last of BOOLEANS)
            for (const actor of ["BUYER", "SELLER", "STRANGER", "SYSTEM"] as const) {
              const base = { status, turn, final, due, last, actor };
              for (const action of PARTY_ACTIONS)
                for (const seen of ["this", "old", "future"] as const)
                  yield { ...base, action, seen };
              for (const action of SYSTEM_ACTIONS) yield { ...base, action, seen: "this" };
            }
}

function stateOf({ final, last, status, turn }: Cell): OfferState {
  return {
    status,
    turn: status === "OPEN" ? turn : null,
    round: last ? OFFER_MAX_ROUNDS : 3,
    buyerGalleryId: "BUYER",
    sellerGalleryId: "SELLER",
    amount: 95_000_000,
    final,
    expiresAt: offerExpiry(now),
    askingAmount: 100_000_000,
  };
}

function actionOf({ action, seen }: Cell, round: number): OfferAction {
  const seenRound = { this: round, old: round - 1, future: round + 1 }[seen];
  switch (action) {
    case "counter":
      return { type: action, round: seenRound, amount: 96_000_000 };
    case "closeByVehicle":
      return { type: action, reason: "VEHICLE_SOLD" };
    case "changePrice":
      return { type: action, askingAmount: 99_000_000 };
    case "accept":
    case "reject":
    case "withdraw":
      return { type: action, round: seenRound };
    default:
      return { type: action };
  }
}

/** The reason that a cell is refused for, or the state that it leads to. */
function expected({ action, actor, due, final, last, seen, status, turn }: Cell): string {
  const isParty = actor === "BUYER" || actor === "SELLER";
  const isSystemAction = SYSTEM_ACTIONS.some((each) => each === action);
  if (isSystemAction !== (actor === "SYSTEM")) return "offer.not_found";
  if (!isSystemAction && !isParty) return "offer.not_found";
  if (status !== "OPEN") return status === "EXPIRED" ? "offer.expired" : "offer.not_open";
  if (action === "expire") return due ? "EXPIRED" : "offer.not_open";
  if (action === "changePrice") return "OPEN";
  if (isSystemAction) return "CLOSED";
  if (seen !== "this") return "offer.stale";
  if (due) return "offer.expired";
  const onTurn = actor === turn;
  if (action === "withdraw") {
    return actor === "BUYER" || !onTurn ? "WITHDRAWN" : "offer.not_your_turn";
  }
  if (!onTurn) return "offer.not_your_turn";
  if (action === "accept") return "ACCEPTED";
  if (action === "reject") return "REJECTED";
  if (final) return "offer.final";
  return last ? "offer.too_many_rounds" : "OPEN";
}

function outcome(cell: Cell): string {
  const state = stateOf(cell);
  const actor: OfferActor = cell.actor === "SYSTEM" ? "SYSTEM" : { galleryId: cell.actor };
  try {
    const action = actionOf(cell, state.round);
    const { next } = decideOffer(state, action, { actor, now: cell.due ? later : now });
    return next.status;
  } catch (error) {
    return isDomainError(error) ? error.reason : String(error);
  }
}

describe("every cell of the negotiation", () => {
  it("leads where the rule says, or is refused for its reason", () => {
    const all = [...cells()];
    expect(all).toHaveLength(6 * 2 * 2 * 2 * 2 * 4 * (4 * 3 + 4));
    const wrong = all.filter((cell) => outcome(cell) !== expected(cell));
    expect(wrong.map((cell) => ({ ...cell, got: outcome(cell), want: expected(cell) }))).toEqual(
      [],
    );
  });
});
