import { DomainError } from "../errors";
import { otherSide } from "../offer/offer-state";
import type { ReservationStatus, Side } from "../values";
import type { DealStatus, DealStepKind, DealStepState } from "./deal-values";
import { DEAL_STEPS } from "./deal-values";

const HOUR_MS = 3_600_000;
/** A side that says nothing for so long after the other's confirmation has confirmed as well. */
export const SILENT_CONFIRM_HOURS = 72;

/** A deal as the machine sees it. Instants are ISO-8601. */
export interface DealState {
  status: DealStatus;
  /** State of its reservation: completed means that the vehicle is sold. */
  reservation: ReservationStatus;
  /** When each side has said that the vehicle changed hands. */
  confirmed: Readonly<Record<Side, string | null>>;
  /** Whether a dispute is open. */
  disputed: boolean;
  steps: Readonly<Record<DealStepKind, DealStepState>>;
}

export type DealAction =
  | { type: "confirm"; by: Side }
  /** The clock speaks for the side that has said nothing. */
  | { type: "confirmSilently" }
  /** `reservation.complete`: a side sells without waiting for the other's word. */
  | { type: "reservationCompleted"; by: Side }
  | { type: "reservationCancelled" }
  | { type: "reservationExpired" };

export interface DealDecision {
  next: DealState;
  /** The side whose word this was, unless it was nobody's. */
  confirmedBy: Side | null;
  /** Whether the reservation has to be completed, since both have spoken. */
  sells: boolean;
}

/** Steps that stand in the way of a confirmation; confirming is what closes the handover. */
export function openSteps(steps: DealState["steps"]): DealStepKind[] {
  return DEAL_STEPS.filter(
    (step) => step !== "HANDOVER" && (steps[step] === "OPEN" || steps[step] === "SCHEDULED"),
  );
}

function assertRunning(state: DealState): void {
  if (state.status !== "OPEN") throw new DomainError("deal.not_open", { status: state.status });
}

function assertUndisputed(state: DealState): void {
  if (state.disputed) throw new DomainError("deal.disputed");
}

function confirmed(state: DealState, by: Side, now: Date): DealDecision {
  const words = { ...state.confirmed, [by]: state.confirmed[by] ?? now.toISOString() };
  const both = words.BUYER !== null && words.SELLER !== null;
  return {
    next: {
      ...state,
      confirmed: words,
      status: both ? "COMPLETED" : "OPEN",
      steps: { ...state.steps, HANDOVER: "DONE" },
    },
    confirmedBy: by,
    sells: both && state.reservation === "ACTIVE",
  };
}

/** When the silence of the other side counts as its word; null while nobody or everybody spoke. */
export function silentConfirmAt({ confirmed: words }: Pick<DealState, "confirmed">): string | null {
  const spoken = [words.BUYER, words.SELLER].filter((at) => at !== null);
  const [first] = spoken;
  if (spoken.length !== 1 || first === undefined) return null;
  return new Date(Date.parse(first) + SILENT_CONFIRM_HOURS * HOUR_MS).toISOString();
}

function confirmSilently(state: DealState, now: Date): DealDecision {
  const due = silentConfirmAt(state);
  if (due === null || Date.parse(due) > now.getTime()) throw new DomainError("deal.not_open");
  const silent: Side = state.confirmed.BUYER === null ? "BUYER" : "SELLER";
  return confirmed(state, silent, now);
}

/**
 * What an action does to a deal. A deal is completed by both sides' words; a reservation that one
 * side completes by itself sells the vehicle and leaves the deal waiting for the other's word.
 * @throws DomainError `deal.not_open`, `deal.disputed`, `deal.steps_open`, `deal.already_confirmed`,
 * `deal.confirmed`
 */
export function decideDeal(state: DealState, action: DealAction, now: Date): DealDecision {
  assertRunning(state);
  const ended = (status: DealStatus): DealDecision => ({
    next: { ...state, status },
    confirmedBy: null,
    sells: false,
  });
  switch (action.type) {
    case "reservationExpired":
      return ended("EXPIRED");
    case "reservationCancelled":
      return ended("CANCELLED");
    case "confirmSilently":
      assertUndisputed(state);
      return confirmSilently(state, now);
    case "reservationCompleted": {
      assertUndisputed(state);
      const decision = confirmed(state, action.by, now);
      return { ...decision, next: { ...decision.next, reservation: "COMPLETED" }, sells: false };
    }
    case "confirm": {
      assertUndisputed(state);
      if (state.confirmed[action.by] !== null) throw new DomainError("deal.already_confirmed");
      const open = openSteps(state.steps);
      if (open.length > 0 && state.confirmed[otherSide(action.by)] === null) {
        throw new DomainError("deal.steps_open", { steps: open.join(", ") }, { steps: open });
      }
      return confirmed(state, action.by, now);
    }
  }
}

/**
 * Whether the reservation may be changed by one of its sides: not while a dispute is open, and not
 * called off once a side has said that the vehicle changed hands.
 * @throws DomainError `deal.disputed`, `deal.confirmed`
 */
export function assertReservationFree(
  state: Pick<DealState, "confirmed" | "disputed">,
  action: "complete" | "cancel" | "extend",
): void {
  if (state.disputed) throw new DomainError("deal.disputed");
  const spoken = state.confirmed.BUYER !== null || state.confirmed.SELLER !== null;
  if (spoken && action === "cancel") throw new DomainError("deal.confirmed");
}

/**
 * The clock of a reservation stands still while a dispute is open and once a side has said that
 * the vehicle changed hands: nothing of that may put the vehicle back on the market.
 */
export function holdsClock(state: Pick<DealState, "confirmed" | "disputed">): boolean {
  return state.disputed || state.confirmed.BUYER !== null || state.confirmed.SELLER !== null;
}

/** Whether a step may be worked on now. */
export function assertStepsEditable(state: DealState): void {
  assertRunning(state);
  assertUndisputed(state);
}
