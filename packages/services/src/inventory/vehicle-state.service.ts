import type { Tx } from "@oto/db";
import { audit } from "@oto/db";
import type { VehicleAction } from "@oto/domain";
import type { DealerContext } from "../context";
import { assertGatePasses } from "./gate.service";
import type { VehicleRef } from "./inventory.input";
import { transitionVehicle } from "./transition";
import type { VehicleStateView } from "./vehicle.view";
import { lockVehicle } from "./vehicle-lock";

interface StateChange {
  action: VehicleAction;
  /** What must hold besides, checked under the vehicle's lock once the state itself allows it. */
  afterwards?: (tx: Tx) => Promise<void>;
}

function changeState(
  ctx: DealerContext,
  vehicleId: string,
  { action, afterwards }: StateChange,
): Promise<VehicleStateView> {
  const actorId = ctx.identity.userId;
  return ctx.db.write(async (tx) => {
    await lockVehicle(tx, vehicleId);
    const { from, status, version } = await transitionVehicle(tx, {
      vehicleId,
      action,
      actorId,
      now: ctx.now(),
    });
    await afterwards?.(tx);
    await audit(tx, {
      action: `inventory.${action}`,
      entityType: "vehicle",
      entityId: vehicleId,
      galleryId: ctx.gallery.id,
      actorId,
      before: { status: from },
      after: { status },
      ip: ctx.origin.ip,
      requestId: ctx.origin.requestId,
    });
    return { vehicleId, status, version };
  });
}

/**
 * Puts a vehicle on the market if the publish gate lets it.
 *
 * @throws DomainError `publish.blocked` with the checks, `inventory.wrong_state`,
 * `inventory.not_found`
 */
export function publishVehicle(
  ctx: DealerContext,
  { vehicleId }: VehicleRef,
): Promise<VehicleStateView> {
  const reader = { now: ctx.now(), locale: ctx.origin.locale };
  return changeState(ctx, vehicleId, {
    action: "publish",
    afterwards: (tx) => assertGatePasses(tx, vehicleId, reader),
  });
}

/** Takes a vehicle off the market for now. @throws DomainError as `transitionVehicle` */
export function unpublishVehicle(
  ctx: DealerContext,
  { vehicleId }: VehicleRef,
): Promise<VehicleStateView> {
  return changeState(ctx, vehicleId, { action: "unpublish" });
}

/**
 * States that a vehicle was sold outside of the platform. A reserved one is sold by completing its
 * reservation.
 *
 * @throws DomainError as `transitionVehicle`
 */
export function markVehicleSold(
  ctx: DealerContext,
  { vehicleId }: VehicleRef,
): Promise<VehicleStateView> {
  return changeState(ctx, vehicleId, { action: "markSold" });
}

/** Puts a vehicle away. @throws DomainError as `transitionVehicle` */
export function archiveVehicle(
  ctx: DealerContext,
  { vehicleId }: VehicleRef,
): Promise<VehicleStateView> {
  return changeState(ctx, vehicleId, { action: "archive" });
}

/**
 * Brings an archived vehicle back as a DRAFT.
 *
 * @throws DomainError as `transitionVehicle`; also when its plate or VIN is in stock again
 */
export function restoreVehicle(
  ctx: DealerContext,
  { vehicleId }: VehicleRef,
): Promise<VehicleStateView> {
  return changeState(ctx, vehicleId, { action: "restore" });
}
