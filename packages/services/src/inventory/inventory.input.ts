import {
  autoCounterField,
  CURRENCIES,
  MAX_AMOUNT,
  MAX_MILEAGE_KM,
  moneyField,
  positiveMoneyField,
  vehicleInput,
  vehiclePatch,
  vehicleStatusField,
} from "@oto/domain";
import { z } from "zod";
import { pageFields } from "../paging";

/** Input of everything that acts on one vehicle. */
export const vehicleRef = z.strictObject({ vehicleId: z.uuid() });
export type VehicleRef = z.infer<typeof vehicleRef>;

export const createVehicleInput = vehicleInput;
export type CreateVehicleInput = z.infer<typeof createVehicleInput>;

/** The vehicle and what changes: absent stays, null clears. */
export const updateVehicleInput = vehiclePatch.extend(vehicleRef.shape);
export type UpdateVehicleInput = z.infer<typeof updateVehicleInput>;

export const changePriceInput = vehicleRef.extend({
  price: positiveMoneyField,
  /** Absent stays, null clears. */
  lowestPrice: moneyField.nullish(),
  autoCounter: autoCounterField.nullish(),
});
export type ChangePriceInput = z.infer<typeof changePriceInput>;

export const VEHICLE_SORTS = [
  "newest",
  "oldest",
  "updated",
  "priceAsc",
  "priceDesc",
  "kmAsc",
  "kmDesc",
  "yearDesc",
  "yearAsc",
] as const;
export type VehicleSort = (typeof VEHICLE_SORTS)[number];

const range = (max: number) =>
  z.strictObject({
    min: z.int().min(0).max(max).optional(),
    max: z.int().min(0).max(max).optional(),
  });

/** A gallery's own stock: filters, sort and page. Amounts in minor units, `km` in kilometres. */
export const listVehiclesInput = z.strictObject({
  /** One state or several; all of them unless given. */
  status: z
    .union([vehicleStatusField.transform((one) => [one]), z.array(vehicleStatusField).max(7)])
    .optional(),
  /** Part of title, plate, stock number or VIN, in any spelling. */
  q: z.string().trim().max(100).optional(),
  makeId: z.uuid().optional(),
  seriesId: z.uuid().optional(),
  price: range(MAX_AMOUNT)
    .extend({ currency: z.enum(CURRENCIES).optional() })
    .optional(),
  year: range(2100).optional(),
  km: range(MAX_MILEAGE_KM).optional(),
  sort: z.enum(VEHICLE_SORTS).default("newest"),
  ...pageFields,
});
export type ListVehiclesInput = z.infer<typeof listVehiclesInput>;
