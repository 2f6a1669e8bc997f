import type { ReservationAction, ReservationState, Side } from "@oto/domain";
import { DomainError, RESERVATION_MAX_DAYS } from "@oto/domain";
import type { DealerContext } from "../context";
import { lockVehicle } from "../inventory";
import { retryingConflicts } from "../write-conflict";
import type {
  ReservationCancelInput,
  ReservationExtendInput,
  ReservationIdInput,
} from "./reservation.input";
import type { LockedReservation } from "./reservation.repo";
import { lockReservation, partyFor, stateOf } from "./reservation.repo";
import type { ReservationMoveView } from "./reservation.views";
import { moveReservation } from "./reservation-transition";

const REASON = "a reservation belongs to two galleries; the caller is proved to be one of them";
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

function viewOf(reservationId: string, state: ReservationState): ReservationMoveView {
  const { status, expiresAt, extension } = state;
  return { reservationId, status, expiresAt, extension };
}

/** Runs a move of the caller's with vehicle and reservation locked, in that order. */
async function moving(
  ctx: DealerContext,
  reservationId: string,
  actionFor: (side: Side, reservation: LockedReservation) => ReservationAction,
): Promise<ReservationMoveView> {
  const db = ctx.database.unsafeSystem(REASON);
  return retryingConflicts(() =>
    db.write(async (tx) => {
      const { vehicleId, side } = await partyFor(tx, reservationId, ctx.gallery.id);
      await lockVehicle(tx, vehicleId);
      const reservation = await lockReservation(tx, reservationId);
      const next = await moveReservation(tx, {
        platform: ctx,
        reservation,
        action: actionFor(side, reservation),
        actorId: ctx.identity.userId,
        now: ctx.now(),
        origin: ctx.origin,
      });
      return viewOf(reservationId, next);
    }),
  );
}

/**
 * The deal is done: the vehicle is sold. Either side may say so.
 * @throws DomainError `reservation.not_found`, `reservation.not_active`
 */
export async function completeReservation(
  ctx: DealerContext,
  input: ReservationIdInput,
): Promise<ReservationMoveView> {
  return moving(ctx, input.reservationId, (by) => ({ type: "complete", by }));
}

/**
 * Calls the deal off with a reason; the vehicle goes back on the market. What kind of reason it
 * was decides whose trust it counts against, see `cancellationCountsAgainst`.
 * @throws DomainError `reservation.not_found`, `reservation.not_active`,
 * `reservation.reason_required`
 */
export async function cancelReservation(
  ctx: DealerContext,
  input: ReservationCancelInput,
): Promise<ReservationMoveView> {
  const { code, reason, reservationId } = input;
  return moving(ctx, reservationId, (by) => ({ type: "cancel", by, reason, code }));
}

/** A day more, or what the limit leaves of it. */
function defaultHours(reservation: LockedReservation): number {
  const latest = reservation.createdAt.getTime() + RESERVATION_MAX_DAYS * DAY_MS;
  const left = Math.floor((latest - reservation.expiresAt.getTime()) / HOUR_MS);
  return Math.min(24, left);
}

function extensionAction(
  side: Side,
  reservation: LockedReservation,
  until: string | undefined,
): ReservationAction {
  const { extension } = stateOf(reservation);
  const wanted = until === undefined ? null : Date.parse(until);
  if (extension && extension.by !== side) {
    const same = wanted === null || wanted === Date.parse(extension.until);
    if (same) return { type: "agreeExtension", by: side };
  }
  if (wanted === null) {
    return { type: "requestExtension", by: side, hours: defaultHours(reservation) };
  }
  const hours = (wanted - reservation.expiresAt.getTime()) / HOUR_MS;
  if (hours <= 0) {
    throw new DomainError("input.invalid", {}, { fields: { until: ["validation.date"] } });
  }
  return { type: "requestExtension", by: side, hours };
}

/**
 * Asks for more time, or agrees when the other side has asked. The end moves only by consent.
 * @throws DomainError `reservation.not_found`, `reservation.not_active`, `reservation.too_long`,
 * `input.invalid` when `until` is not later than the present end
 */
export async function extendReservation(
  ctx: DealerContext,
  input: ReservationExtendInput,
): Promise<ReservationMoveView> {
  return moving(ctx, input.reservationId, (side, reservation) =>
    extensionAction(side, reservation, input.until),
  );
}

/**
 * Turns the other side's wish for more time down; the reservation ends as it would have.
 * @throws DomainError `reservation.not_found`, `reservation.not_active`,
 * `reservation.extension_not_agreed` when the other side has asked for nothing
 */
export async function declineExtension(
  ctx: DealerContext,
  input: ReservationIdInput,
): Promise<ReservationMoveView> {
  return moving(ctx, input.reservationId, (by) => ({ type: "declineExtension", by }));
}
