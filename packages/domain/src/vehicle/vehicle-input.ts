import { z } from "zod";
import { DomainError } from "../errors";
import { plateField, vinField } from "../identity";
import type { Money } from "../money";
import { moneyField, positiveMoneyField } from "../money";
import type { AutoCounter } from "../offer/auto-counter";
import { autoCounterField, autoCounterFits } from "../offer/auto-counter";
import {
  bodyTypeField,
  colorField,
  conditionField,
  drivetrainField,
  FEATURES,
  featureField,
  fuelField,
  lienStateField,
  panelEntriesField,
  plateKindField,
  transmissionField,
} from "../values";
import {
  damageRecordField,
  dayField,
  engineCcField,
  expertiseField,
  MAX_DESCRIPTION,
  mileageKmField,
  modelYearField,
  ownerCountField,
  pastDayField,
  powerHpField,
  stockNoField,
} from "./vehicle-fields";

/** Blank texts from forms count as not given. */
const blankAsNull = <T extends z.ZodType>(field: T) =>
  z.preprocess((value) => (value === "" ? null : value), field.nullish());

const required = {
  makeId: z.uuid(),
  seriesId: z.uuid(),
  modelYear: modelYearField,
  mileageKm: mileageKmField,
  fuel: fuelField,
  transmission: transmissionField,
  bodyType: bodyTypeField,
  color: colorField,
  price: positiveMoneyField,
};

const optional = {
  modelId: z.uuid().nullish(),
  trimId: z.uuid().nullish(),
  stockNo: blankAsNull(stockNoField),
  firstRegistrationDate: pastDayField.nullish(),
  engineCc: engineCcField.nullish(),
  powerHp: powerHpField.nullish(),
  drivetrain: drivetrainField.nullish(),
  interiorColor: colorField.nullish(),
  condition: conditionField.optional(),
  plate: blankAsNull(plateField),
  plateKind: plateKindField.nullish(),
  vin: blankAsNull(vinField),
  ownerCount: ownerCountField.nullish(),
  /** Last day of the maker's warranty. */
  warrantyUntil: dayField.nullish(),
  /** True with no `warrantyUntil` states that there is none left. */
  warrantyStated: z.boolean().optional(),
  tradeIn: z.boolean().optional(),
  panels: panelEntriesField.optional(),
  features: z
    .array(featureField)
    .max(FEATURES.length)
    .transform((codes) => [...new Set(codes)])
    .optional(),
  damageRecord: damageRecordField.nullish(),
  expertise: expertiseField.nullish(),
  liens: lienStateField.nullish(),
  description: z.string().trim().max(MAX_DESCRIPTION).nullish(),
  /** Private to the gallery: the lowest acceptable price, what it cost, notes. */
  lowestPrice: moneyField.nullish(),
  /** Private too: the rule that answers offers by itself. */
  autoCounter: autoCounterField.nullish(),
  cost: moneyField.nullish(),
  internalNotes: z.string().trim().max(MAX_DESCRIPTION).nullish(),
};

function lowestPriceFits(price: Money, lowest: Money | null | undefined): boolean {
  return !lowest || (lowest.currency === price.currency && lowest.amount <= price.amount);
}

/** Input of `inventory.create`. */
export const vehicleInput = z
  .strictObject({ ...required, ...optional })
  .refine((input) => lowestPriceFits(input.price, input.lowestPrice), {
    error: "validation.lowest_price",
    path: ["lowestPrice"],
  })
  .refine((input) => autoCounterFits(input.price, input.autoCounter), {
    error: "validation.auto_counter",
    path: ["autoCounter"],
  });
export type VehicleInput = z.infer<typeof vehicleInput>;

/**
 * Changes of `inventory.update`, beside its `vehicleId`: absent stays, null clears. The price has
 * its own procedure but may travel here too; check the result with `assertLowestPrice`.
 */
export const vehiclePatch = z.strictObject({ ...required, ...optional }).partial();
export type VehiclePatch = z.infer<typeof vehiclePatch>;

/**
 * The lowest acceptable price never lies above the asking price and shares its currency.
 * @throws DomainError `input.invalid` with the field `lowestPrice`
 */
export function assertLowestPrice(price: Money, lowest: Money | null | undefined): void {
  if (lowestPriceFits(price, lowest)) return;
  throw new DomainError(
    "input.invalid",
    {},
    { fields: { lowestPrice: ["validation.lowest_price"] } },
  );
}

/**
 * A seller's rule shares the asking price's currency and proposes no less than its own limit.
 * @throws DomainError `input.invalid` with the field `autoCounter`
 */
export function assertAutoCounter(price: Money, rule: AutoCounter | null): void {
  if (autoCounterFits(price, rule)) return;
  throw new DomainError(
    "input.invalid",
    {},
    { fields: { autoCounter: ["validation.auto_counter"] } },
  );
}
