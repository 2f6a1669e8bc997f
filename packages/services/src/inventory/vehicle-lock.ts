import type { Tx } from "@oto/db";
import type { VehicleStatus } from "@oto/domain";
import { DomainError, isVehicleEditable } from "@oto/domain";

export interface LockedVehicle {
  id: string;
  galleryId: string;
  status: VehicleStatus;
  version: number;
  publishedAt: Date | null;
}

/**
 * Locks a vehicle until the end of the transaction. Every change of a vehicle, its panels, photos,
 * offers and reservations takes this lock first, so that changes of one vehicle queue up. It is the
 * weaker lock, whose key stays: rows that only refer to the vehicle (rooms, favourites) do not wait.
 *
 * @throws DomainError `inventory.not_found`, also for a vehicle outside of the transaction's scope
 */
export async function lockVehicle(tx: Tx, vehicleId: string): Promise<LockedVehicle> {
  const [vehicle] = await tx.$queryRaw<LockedVehicle[]>`
    select id, gallery_id as "galleryId", status::text as status, version,
      published_at as "publishedAt"
    from vehicle where id = ${vehicleId}::uuid for no key update`;
  if (!vehicle) throw new DomainError("inventory.not_found");
  return vehicle;
}

/**
 * Locks a vehicle whose data or photos are about to change.
 *
 * @throws DomainError `inventory.not_found`, `inventory.locked_by_reservation`,
 * `inventory.wrong_state` when it is sold or put away
 */
export async function lockEditableVehicle(tx: Tx, vehicleId: string): Promise<LockedVehicle> {
  const vehicle = await lockVehicle(tx, vehicleId);
  if (isVehicleEditable(vehicle.status)) return vehicle;
  if (vehicle.status === "RESERVED") throw new DomainError("inventory.locked_by_reservation");
  throw new DomainError("inventory.wrong_state", { status: vehicle.status });
}
