import type { Money } from "@oto/domain";
import {
  OFFER_DEFAULT_HOURS,
  offerAmountField,
  offerMessageField,
  percentOf,
  validForHoursField,
} from "@oto/domain";
import { z } from "zod";

/** A proposal as its form gives it. */
export const offerFormSchema = z.object({
  amount: offerAmountField,
  message: offerMessageField,
  validForHours: validForHoursField,
  final: z.boolean(),
});

export type OfferFormOutput = z.infer<typeof offerFormSchema>;
export type OfferFormValues = Omit<OfferFormOutput, "amount"> & { amount: Money | null };

export const EMPTY_OFFER: OfferFormValues = {
  amount: null,
  message: "",
  validForHours: OFFER_DEFAULT_HOURS,
  final: false,
};

/** How long a proposal may stand, in hours. */
export const VALID_HOURS = [6, 12, 24, 48, 72, 168] as const;

/** Whole thousands where prices have six digits and more, whole hundreds below. */
const STEP = { large: 100_000, small: 10_000, from: 10_000_000 } as const;

/** An amount as people say it: no loose lira at the end. */
export function rounded({ amount, currency }: Money): Money {
  const step = amount >= STEP.from ? STEP.large : STEP.small;
  return { amount: Math.max(step, Math.round(amount / step) * step), currency };
}

/** A round amount so many percent below another. */
export function below(price: Money, percent: number): Money {
  return percent === 0 ? price : rounded(percentOf(price, 100 - percent));
}

/** The round amount halfway between two. */
export function middle(a: Money, b: Money): Money {
  return rounded({ amount: (a.amount + b.amount) / 2, currency: a.currency });
}
