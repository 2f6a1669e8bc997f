import type { Prisma, Tx } from "@oto/db";
import { audit, publish } from "@oto/db";
import type { ReservationAction, ReservationEvent, ReservationState, Side } from "@oto/domain";
import { decideReservation, nextReminder } from "@oto/domain";
import type { Origin, Platform } from "../context";
import { assertDealAllows, followReservation } from "../deal/deal-transition";
import { logReservation } from "../deal-log";
import { transitionVehicle } from "../inventory";
import type { LockedReservation } from "./reservation.repo";
import { stateOf } from "./reservation.repo";

export interface ReservationMove {
  /** Signs what is written into the log. */
  platform: Platform;
  reservation: LockedReservation;
  action: ReservationAction;
  /** Who acts; null for the clock. */
  actorId: string | null;
  now: Date;
  origin?: Origin | undefined;
  /** The platform settles a dispute: what the sides may not do meanwhile, it may. */
  bySettlement?: boolean;
}

const clockUntil = (until: string, startedAt: Date) => ({
  startedAt,
  expiresAt: new Date(until),
});

function changesOf(
  next: ReservationState,
  event: ReservationEvent,
  now: Date,
): Prisma.ReservationUpdateInput {
  const { extension, expiresAt, status } = next;
  const by: Side | null = "by" in event ? event.by : null;
  return {
    status,
    expiresAt,
    extensionRequestedBy: extension?.by ?? null,
    extensionUntil: extension?.until ?? null,
    ...(status === "ACTIVE"
      ? {}
      : {
          closedBy: by,
          closedAt: now,
          nextReminderAt: null,
          ...(event.type === "cancelled"
            ? {
                closeReason: event.reason,
                cancelCode: event.code,
                countsAgainst: event.countsAgainst,
              }
            : {}),
        }),
    // A new end starts a new clock, with reminders of its own.
    ...(event.type === "extended"
      ? { clockStartedAt: now, nextReminderAt: nextReminder(clockUntil(event.until, now), now) }
      : {}),
  };
}

async function announce(tx: Tx, row: LockedReservation, event: ReservationEvent): Promise<void> {
  const { id: reservationId, offerId, vehicleId, buyerGalleryId, sellerGalleryId } = row;
  const base = { reservationId, offerId, vehicleId, buyerGalleryId, sellerGalleryId };
  const byBuyer = "by" in event && event.by === "BUYER";
  const about = {
    aggregateId: reservationId,
    galleryId: byBuyer ? buyerGalleryId : sellerGalleryId,
  };
  switch (event.type) {
    case "completed":
      await publish(tx, { name: "reservation.completed", payload: base, ...about });
      return;
    case "expired":
      await publish(tx, { name: "reservation.expired", payload: base, ...about });
      return;
    case "cancelled": {
      // Events carry at most 500 characters; the whole reason stays on the reservation.
      const payload = { ...base, by: event.by, reason: event.reason.slice(0, 500) };
      await publish(tx, { name: "reservation.cancelled", payload, ...about });
      return;
    }
    case "extensionRequested": {
      const payload = { ...base, by: event.by, until: event.until };
      await publish(tx, { name: "reservation.extension_requested", payload, ...about });
      return;
    }
    case "extended": {
      const payload = { ...base, until: event.until };
      await publish(tx, { name: "reservation.extended", payload, ...about });
      return;
    }
    case "extensionDeclined": {
      const payload = { ...base, by: event.by };
      await publish(tx, { name: "reservation.extension_declined", payload, ...about });
      return;
    }
  }
}

/** What the end of a reservation does to its vehicle. */
async function settleVehicle(tx: Tx, move: ReservationMove, next: ReservationState): Promise<void> {
  if (next.status === "ACTIVE") return;
  const { actorId, now, reservation } = move;
  await transitionVehicle(tx, {
    vehicleId: reservation.vehicleId,
    action: next.status === "COMPLETED" ? "markSold" : "release",
    actorId,
    now,
    holdsReservation: true,
  });
}

/**
 * The only way a reservation changes: asks the machine, writes the state, sells or releases the
 * vehicle when it ends, announces and records it. Vehicle and reservation are locked by the caller.
 *
 * @returns the state after the move
 * @throws DomainError what `decideReservation` refuses
 */
export async function moveReservation(tx: Tx, move: ReservationMove): Promise<ReservationState> {
  const { reservation, action, actorId, now, origin } = move;
  const { next, events } = decideReservation(stateOf(reservation), action, now);
  if (!move.bySettlement) await assertDealAllows(tx, reservation.id, action);
  for (const event of events) {
    await tx.reservation.update({
      where: { id: reservation.id },
      data: changesOf(next, event, now),
      select: { id: true },
    });
    await announce(tx, reservation, event);
    await logReservation(move.platform, tx, { reservation, event, now });
  }
  await settleVehicle(tx, move, next);
  if (next.status !== "ACTIVE") {
    const { platform } = move;
    const ended = { platform, reservationId: reservation.id, action, actorId, now, origin };
    await followReservation(tx, ended);
  }
  const byBuyer = "by" in action && action.by === "BUYER";
  await audit(tx, {
    action: `reservation.${action.type}`,
    entityType: "reservation",
    entityId: reservation.id,
    galleryId: byBuyer ? reservation.buyerGalleryId : reservation.sellerGalleryId,
    actorId,
    before: { status: reservation.status, expiresAt: reservation.expiresAt.toISOString() },
    after: { status: next.status, expiresAt: next.expiresAt },
    ip: origin?.ip,
    requestId: origin?.requestId,
  });
  return next;
}
