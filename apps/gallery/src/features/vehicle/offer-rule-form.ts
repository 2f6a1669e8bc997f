import type { AutoCounter, Currency, Money } from "@oto/domain";
import { autoCounterAmount } from "@oto/domain";

export const RULE_MODES = ["NONE", "GAP", "FIXED"] as const;
export type RuleMode = (typeof RULE_MODES)[number];
/** Parts of the gap that people think in, in percent. */
export const GAP_SHARES = [25, 50, 75] as const;

/** A seller's private rules for one vehicle, as their form holds them. */
export interface OfferRuleValues {
  lowestPrice: Money | null;
  mode: RuleMode;
  below: Money | null;
  amount: Money | null;
  share: number;
}

/** What the form begins with. */
export function ruleValues(vehicle: {
  price: Money;
  lowestPrice: Money | null;
  autoCounter: AutoCounter | null;
}): OfferRuleValues {
  const { autoCounter: rule, lowestPrice, price } = vehicle;
  return {
    lowestPrice,
    mode: rule?.mode ?? "NONE",
    below: rule?.below ?? price,
    amount: rule?.mode === "FIXED" ? rule.amount : price,
    share: rule?.mode === "GAP" ? rule.share : 50,
  };
}

/** The rule that the form describes; undefined while something is missing. */
export function ruleOf(values: OfferRuleValues): AutoCounter | null | undefined {
  const { amount, below, mode, share } = values;
  if (mode === "NONE") return null;
  if (below === null) return undefined;
  if (mode === "GAP") return { mode, below, share };
  return amount === null ? undefined : { mode, below, amount };
}

/** Offers to show a rule by: the lowest it answers, and one halfway to where it stops. */
function sampleOffers(floor: number | null, below: Money, price: Money): number[] {
  const start = floor ?? Math.round(price.amount * 0.9);
  const top = Math.min(below.amount, price.amount);
  const round = (amount: number) => Math.round(amount / 100_000) * 100_000;
  return [...new Set([round(start), round((start + top) / 2)])].filter((each) => each > 0);
}

/** What the rule would answer to some offers, for the seller to see before it does. */
export function ruleExamples(
  rule: AutoCounter,
  vehicle: { price: Money; lowestPrice: Money | null },
): { offered: Money; answered: Money }[] {
  const { price } = vehicle;
  const floor = floorIn(vehicle.lowestPrice, price.currency);
  return sampleOffers(floor, rule.below, price).flatMap((amount) => {
    const answered = autoCounterAmount(rule, { amount, asking: price, floor });
    return answered === null
      ? []
      : [{ offered: { ...price, amount }, answered: { ...price, amount: answered } }];
  });
}

const floorIn = (floor: Money | null, currency: Currency) =>
  floor?.currency === currency ? floor.amount : null;
