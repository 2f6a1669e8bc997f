import { DomainError } from "../errors";
import type { VehicleStatus } from "../values";

export const VEHICLE_ACTIONS = [
  "submitReview",
  "approveReview",
  "rejectReview",
  "publish",
  "unpublish",
  "reserve",
  "release",
  "markSold",
  "archive",
  "restore",
] as const;
export type VehicleAction = (typeof VEHICLE_ACTIONS)[number];

/** From → to per action; what is not listed is refused. */
const TABLE: Record<VehicleAction, Partial<Record<VehicleStatus, VehicleStatus>>> = {
  submitReview: { DRAFT: "IN_REVIEW" },
  approveReview: { IN_REVIEW: "PUBLISHED" },
  rejectReview: { IN_REVIEW: "DRAFT" },
  publish: { DRAFT: "PUBLISHED", PAUSED: "PUBLISHED" },
  unpublish: { PUBLISHED: "PAUSED", IN_REVIEW: "DRAFT" },
  reserve: { PUBLISHED: "RESERVED" },
  release: { RESERVED: "PUBLISHED" },
  markSold: { PUBLISHED: "SOLD", PAUSED: "SOLD", RESERVED: "SOLD" },
  archive: {
    DRAFT: "ARCHIVED",
    IN_REVIEW: "ARCHIVED",
    PUBLISHED: "ARCHIVED",
    PAUSED: "ARCHIVED",
    SOLD: "ARCHIVED",
  },
  restore: { ARCHIVED: "DRAFT" },
};

/**
 * The state of a vehicle after an action. A RESERVED vehicle reaches SOLD only through its
 * reservation; that the caller holds it is the service's question.
 * @throws DomainError `inventory.wrong_state`
 */
export function transitionVehicle(status: VehicleStatus, action: VehicleAction): VehicleStatus {
  const next = TABLE[action][status];
  if (next === undefined) throw new DomainError("inventory.wrong_state", { status, action });
  return next;
}

/** What the table allows in a state, for the buttons of a screen. */
export function vehicleActions(status: VehicleStatus): VehicleAction[] {
  return VEHICLE_ACTIONS.filter((action) => TABLE[action][status] !== undefined);
}

/** Whether the vehicle's data may be changed: not while promised to a buyer, sold or put away. */
export function isVehicleEditable(status: VehicleStatus): boolean {
  return status !== "RESERVED" && status !== "SOLD" && status !== "ARCHIVED";
}

/** Whether other galleries may see it and make offers. */
export function isVehicleOnMarket(status: VehicleStatus): boolean {
  return status === "PUBLISHED";
}
