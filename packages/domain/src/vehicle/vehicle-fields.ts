import { z } from "zod";
import { moneyField } from "../money";
import { damageKindField, damageStatusField } from "../values";

export const FIRST_MODEL_YEAR = 1950;
export const MAX_MILEAGE_KM = 2_000_000;
export const MAX_DESCRIPTION = 5000;

/** Next year's models are sold from autumn on. */
export function lastModelYear(now: Date): number {
  return now.getUTCFullYear() + 1;
}

export const modelYearField = z
  .number({ error: "validation.model_year" })
  .int({ error: "validation.model_year" })
  .min(FIRST_MODEL_YEAR, { error: "validation.model_year" })
  .max(2_100, { error: "validation.model_year" })
  .refine((year) => year <= lastModelYear(new Date()), {
    error: "validation.model_year",
  });

export const mileageKmField = z.number().int().min(0).max(MAX_MILEAGE_KM);
export const engineCcField = z.number().int().min(50).max(12_000);
export const powerHpField = z.number().int().min(1).max(2500);
export const ownerCountField = z.number().int().min(0).max(50);

/** A calendar day, `YYYY-MM-DD`. */
export const dayField = z.iso.date({ error: "validation.date" });

/** A day that has come; a day of slack covers the clocks of other time zones. */
export const pastDayField = dayField.refine((day) => Date.parse(day) <= Date.now() + 86_400_000, {
  error: "validation.date_future",
});

export const stockNoField = z
  .string()
  .trim()
  .min(1)
  .max(30)
  .regex(/^[\p{L}\d][\p{L}\d ./_-]*$/u, { error: "validation.stock_no" });

/** What the insurers' record (Tramer) says, as the seller states it. */
export const damageRecordField = z.strictObject({
  status: damageStatusField,
  source: z.string().trim().max(60).nullish(),
  queriedAt: pastDayField.nullish(),
  events: z
    .array(
      z.strictObject({
        date: pastDayField.nullish(),
        amount: moneyField.nullish(),
        kind: damageKindField,
      }),
    )
    .max(50)
    .default([]),
  totalAmount: moneyField.nullish(),
});
export type DamageRecord = z.infer<typeof damageRecordField>;

/** An expertise report: who looked at the car, when, and what came out. */
export const expertiseField = z.strictObject({
  firm: z.string().trim().min(2).max(120),
  date: pastDayField,
  result: z.string().trim().min(1).max(500),
  reportNo: z.string().trim().max(60).nullish(),
});
export type Expertise = z.infer<typeof expertiseField>;
