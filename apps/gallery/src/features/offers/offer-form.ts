import type { Money, Side } from "@oto/domain";
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

const ROUND_STEPS = [1, 2.5, 5] as const;
/** A step is about so large a part of the price. */
const STEP_PART = 0.005;

/** The round step by which people haggle over something of this price: 1, 2.5 or 5 of some power. */
export function haggleStep({ amount, currency }: Money): Money {
  const wished = Math.max(amount * STEP_PART, STEP.small);
  const power = 10 ** Math.floor(Math.log10(wished));
  const factor = ROUND_STEPS.findLast((each) => each * power <= wished) ?? 1;
  return { amount: Math.round(factor * power), currency };
}

/** The next round amount above or below, never nothing. */
export function haggled(amount: Money, step: Money, direction: 1 | -1): Money {
  const steps = amount.amount / step.amount;
  const next = direction === 1 ? Math.floor(steps) + 1 : Math.ceil(steps) - 1;
  return { ...amount, amount: Math.max(1, next) * step.amount };
}

/** What a proposal in answer is made from. */
export interface AnsweredOffer {
  side: Side;
  amount: Money;
  lastAmounts: { mine: Money | null; theirs: Money | null };
  vehicle: { askingPrice: Money };
  floor: Money | null;
}

export type QuickAmountId = "middle" | "own" | "asking" | "floor" | "share1" | "share3" | "share5";

/** What lies at hand: the middle, one's own last word, shares of the asking price, one's floor. */
export function quickAnswers(offer: AnsweredOffer): { id: QuickAmountId; amount: Money }[] {
  const { amount, floor, lastAmounts, side, vehicle } = offer;
  const { askingPrice } = vehicle;
  const own = lastAmounts.mine;
  const mine = own ?? (side === "SELLER" ? askingPrice : null);
  const all: { id: QuickAmountId; amount: Money | null }[] = [
    { id: "middle", amount: mine && middle(mine, amount) },
    { id: "own", amount: own },
    { id: "asking", amount: askingPrice },
    { id: "share1", amount: side === "SELLER" ? below(askingPrice, 1) : null },
    { id: "share3", amount: below(askingPrice, 3) },
    { id: "share5", amount: side === "BUYER" ? below(askingPrice, 5) : null },
    { id: "floor", amount: floor },
  ];
  const seen = new Set<number>();
  return all.flatMap(({ id, amount: value }) => {
    if (value === null || seen.has(value.amount)) return [];
    seen.add(value.amount);
    return [{ id, amount: value }];
  });
}
