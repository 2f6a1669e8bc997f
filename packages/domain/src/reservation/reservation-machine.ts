import { z } from "zod";
import { DomainError } from "../errors";
import type { ReservationStatus, Side } from "../values";

export const RESERVATION_DEFAULT_HOURS = 48;
/** Counted from the start, extensions included. */
export const RESERVATION_MAX_DAYS = 7;
export const RESERVATION_REASON_MAX = 1000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export const reservationReasonField = z.string().trim().max(RESERVATION_REASON_MAX).optional();
/** Hours to add to the present end. */
export const extensionHoursField = z
  .number()
  .int()
  .min(1)
  .max(RESERVATION_MAX_DAYS * 24);

/** What kind of reason a cancellation has. The words beside it are the canceller's own. */
export const RESERVATION_CANCEL_CODES = [
  "CHANGED_MIND",
  "FINANCING",
  "CONDITION",
  "NO_ANSWER",
  "OTHER",
] as const;
export type ReservationCancelCode = (typeof RESERVATION_CANCEL_CODES)[number];
export const reservationCancelCodeField = z.enum(RESERVATION_CANCEL_CODES);

/**
 * Whose trust a cancellation counts against: the canceller's. A vehicle that is not as described
 * (for its buyer to say) and a counterpart who does not answer are claims about the other side;
 * they count against nobody, since nobody has judged them.
 */
export function cancellationCountsAgainst(by: Side, code: ReservationCancelCode): Side | null {
  if (code === "NO_ANSWER") return null;
  return code === "CONDITION" && by === "BUYER" ? null : by;
}

/** The exclusive claim of a buyer on a vehicle. Instants are ISO-8601. */
export interface ReservationState {
  status: ReservationStatus;
  createdAt: string;
  expiresAt: string;
  /** An extension that waits for the other party's word. */
  extension: { by: Side; until: string } | null;
  /** The clock stands still: a side has confirmed the handover, or a dispute is open. */
  held?: boolean | undefined;
}

export type ReservationAction =
  | { type: "complete"; by: Side }
  | {
      type: "cancel";
      by: Side;
      reason?: string | null | undefined;
      code?: ReservationCancelCode | undefined;
    }
  | { type: "requestExtension"; by: Side; hours: number }
  | { type: "agreeExtension"; by: Side }
  | { type: "declineExtension"; by: Side }
  | { type: "expire" };

export type ReservationEvent =
  | { type: "completed"; by: Side }
  | {
      type: "cancelled";
      by: Side;
      reason: string;
      code: ReservationCancelCode;
      countsAgainst: Side | null;
    }
  | { type: "extensionRequested"; by: Side; until: string }
  | { type: "extended"; by: Side; until: string }
  | { type: "extensionDeclined"; by: Side }
  | { type: "expired" };

export interface ReservationDecision {
  next: ReservationState;
  events: ReservationEvent[];
}

/** A reservation that starts now and lasts the default time. */
export function createReservation(now: Date): ReservationState {
  return {
    status: "ACTIVE",
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + RESERVATION_DEFAULT_HOURS * HOUR_MS).toISOString(),
    extension: null,
  };
}

/** Whether its time has run out while nobody ended it. */
export function isReservationDue(
  state: Pick<ReservationState, "status" | "expiresAt" | "held">,
  now: Date,
): boolean {
  return state.status === "ACTIVE" && !state.held && Date.parse(state.expiresAt) <= now.getTime();
}

function requestExtension(state: ReservationState, by: Side, hours: number): ReservationDecision {
  const until = Date.parse(state.expiresAt) + hours * HOUR_MS;
  if (until > Date.parse(state.createdAt) + RESERVATION_MAX_DAYS * DAY_MS || hours <= 0) {
    throw new DomainError("reservation.too_long", { maxDays: RESERVATION_MAX_DAYS });
  }
  const extension = { by, until: new Date(until).toISOString() };
  return {
    next: { ...state, extension },
    events: [{ type: "extensionRequested", ...extension }],
  };
}

function answerExtension(state: ReservationState, by: Side, agreed: boolean): ReservationDecision {
  const asked = state.extension;
  // Nobody can agree to their own request, and there is nothing to answer without one.
  if (!asked || asked.by === by) throw new DomainError("reservation.extension_not_agreed");
  if (!agreed) {
    return { next: { ...state, extension: null }, events: [{ type: "extensionDeclined", by }] };
  }
  return {
    next: { ...state, expiresAt: asked.until, extension: null },
    events: [{ type: "extended", by, until: asked.until }],
  };
}

function end(
  state: ReservationState,
  status: ReservationStatus,
  event: ReservationEvent,
): ReservationDecision {
  return { next: { ...state, status, extension: null }, events: [event] };
}

/**
 * What an action does to a reservation. Once its time is over only `expire` is left, even when the
 * schedule is late.
 * @throws DomainError `reservation.not_active`, `reservation.reason_required`,
 * `reservation.extension_not_agreed`, `reservation.too_long`
 */
export function decideReservation(
  state: ReservationState,
  action: ReservationAction,
  now: Date,
): ReservationDecision {
  const due = isReservationDue(state, now);
  if (state.status !== "ACTIVE" || due !== (action.type === "expire")) {
    throw new DomainError("reservation.not_active", { status: state.status });
  }
  switch (action.type) {
    case "expire":
      return end(state, "EXPIRED", { type: "expired" });
    case "complete":
      return end(state, "COMPLETED", { type: "completed", by: action.by });
    case "cancel": {
      const reason = action.reason?.trim() ?? "";
      if (reason === "") throw new DomainError("reservation.reason_required");
      const { by, code = "OTHER" } = action;
      const countsAgainst = cancellationCountsAgainst(by, code);
      return end(state, "CANCELLED", { type: "cancelled", by, reason, code, countsAgainst });
    }
    case "requestExtension":
      return requestExtension(state, action.by, action.hours);
    case "agreeExtension":
      return answerExtension(state, action.by, true);
    case "declineExtension":
      return answerExtension(state, action.by, false);
  }
}
