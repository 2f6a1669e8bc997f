import type { Tx } from "@oto/db";
import { newId, publish } from "@oto/db";
import type { VehicleAction, VehicleStatus } from "@oto/domain";
import { DomainError, transitionVehicle as nextStatus } from "@oto/domain";
import { asDuplicate } from "./duplicate";
import type { LockedVehicle } from "./vehicle-lock";
import { lockVehicle } from "./vehicle-lock";

export interface VehicleTransitionInput {
  vehicleId: string;
  action: VehicleAction;
  /** Who acts; null for the clock. */
  actorId: string | null;
  now: Date;
  /**
   * The caller holds the vehicle's active reservation and has locked it. Without it a RESERVED
   * vehicle neither is released nor sold.
   */
  holdsReservation?: boolean;
}

export interface TransitionedVehicle {
  vehicleId: string;
  galleryId: string;
  from: VehicleStatus;
  status: VehicleStatus;
  version: number;
}

const EVENTS = {
  submitReview: "vehicle.updated",
  approveReview: "vehicle.published",
  rejectReview: "vehicle.updated",
  publish: "vehicle.published",
  unpublish: "vehicle.paused",
  reserve: "vehicle.reserved",
  release: "vehicle.released",
  markSold: "vehicle.sold",
  archive: "vehicle.archived",
  restore: "vehicle.updated",
} as const satisfies Record<VehicleAction, string>;

/** What a state carries besides its name. A restored vehicle starts anew. */
function datesAfter(vehicle: LockedVehicle, status: VehicleStatus, now: Date) {
  if (status === "PUBLISHED") return { publishedAt: vehicle.publishedAt ?? now };
  if (status === "SOLD") return { soldAt: now };
  if (status === "DRAFT") return { publishedAt: null, soldAt: null };
  return {};
}

function assertReservationHeld(vehicle: LockedVehicle, input: VehicleTransitionInput): void {
  if (vehicle.status === "RESERVED" && !input.holdsReservation) {
    throw new DomainError("inventory.locked_by_reservation", { action: input.action });
  }
}

/**
 * The only way a vehicle changes its state: locks the row, asks the machine, writes the state, the
 * version and the transition log, and announces it, all in the caller's transaction. Callers check
 * what else must hold (the publish gate, the reservation) under the same lock: `lockVehicle` first.
 *
 * @throws DomainError `inventory.not_found`, `inventory.wrong_state`,
 * `inventory.locked_by_reservation`; on restore `inventory.duplicate_vin` / `_plate`
 */
export async function transitionVehicle(
  tx: Tx,
  input: VehicleTransitionInput,
): Promise<TransitionedVehicle> {
  const { vehicleId, action, actorId, now } = input;
  const vehicle = await lockVehicle(tx, vehicleId);
  assertReservationHeld(vehicle, input);
  const status = nextStatus(vehicle.status, action);
  const { galleryId } = vehicle;
  const { version } = await tx.vehicle
    .update({
      where: { id: vehicleId },
      data: { status, version: { increment: 1 }, ...datesAfter(vehicle, status, now) },
      select: { version: true },
    })
    .catch((error: unknown) => {
      throw asDuplicate(error);
    });
  await tx.vehicleTransition.createMany({
    data: {
      id: newId(),
      vehicleId,
      galleryId,
      fromStatus: vehicle.status,
      toStatus: status,
      action,
      actorId,
      createdAt: now,
    },
  });
  await publish(tx, {
    name: status === "DRAFT" ? "vehicle.updated" : EVENTS[action],
    aggregateId: vehicleId,
    galleryId,
    payload: { vehicleId, galleryId, version },
  });
  return { vehicleId, galleryId, from: vehicle.status, status, version };
}
