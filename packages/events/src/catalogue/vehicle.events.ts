import { defineEvent, fields } from "../define-event";

const vehicle = { vehicleId: fields.id, galleryId: fields.id, version: fields.version } as const;

const plain = <const Name extends string>(name: Name) =>
  defineEvent({ name, version: 1, aggregate: "vehicle", payload: vehicle });

export const vehicleCreated = plain("vehicle.created");
export const vehicleUpdated = plain("vehicle.updated");
export const vehiclePublished = plain("vehicle.published");
export const vehiclePaused = plain("vehicle.paused");
export const vehicleReserved = plain("vehicle.reserved");
export const vehicleReleased = plain("vehicle.released");
export const vehicleSold = plain("vehicle.sold");
export const vehicleArchived = plain("vehicle.archived");

export const vehiclePriceChanged = defineEvent({
  name: "vehicle.price_changed",
  version: 1,
  aggregate: "vehicle",
  payload: {
    ...vehicle,
    fromAmount: fields.amount,
    toAmount: fields.amount,
    currency: fields.currency,
  },
});
