import { z } from "zod";
import type { Money } from "../money";
import { positiveMoneyField } from "../money";

/** Shares of the gap that a rule may give away or keep, in percent. */
const SHARE_MIN = 5;
const SHARE_MAX = 95;
/** Rules propose round amounts, as people do: whole thousands, in minor units. */
const ROUND_TO = 100_000;

/**
 * A seller's private rule for one vehicle: what is offered from the lowest price up to `below` is
 * answered by a counter-offer, a fixed one or one that lies a share of the way from the offer to
 * the asking price.
 */
export const autoCounterField = z.discriminatedUnion("mode", [
  z.strictObject({
    mode: z.literal("FIXED"),
    below: positiveMoneyField,
    amount: positiveMoneyField,
  }),
  z.strictObject({
    mode: z.literal("GAP"),
    below: positiveMoneyField,
    share: z.int().min(SHARE_MIN).max(SHARE_MAX),
  }),
]);
export type AutoCounter = z.infer<typeof autoCounterField>;

/** Whether a rule makes sense beside an asking price; what lies above that is capped when it acts. */
export function autoCounterFits(price: Money, rule: AutoCounter | null | undefined): boolean {
  if (!rule) return true;
  if (rule.below.currency !== price.currency) return false;
  if (rule.mode === "GAP") return true;
  return rule.amount.currency === price.currency && rule.amount.amount >= rule.below.amount;
}

/** A rule as it was stored; what does not fit counts as none. */
export function readAutoCounter(stored: unknown): AutoCounter | null {
  return autoCounterField.safeParse(stored).data ?? null;
}

/** A proposal of the buyer's that a rule may answer. Amounts in minor units of one currency. */
export interface CounterableOffer {
  amount: number;
  asking: Money;
  /** The seller's private floor. */
  floor: number | null;
}

function proposedBy(rule: AutoCounter, { amount, asking }: CounterableOffer): number {
  if (rule.mode === "FIXED") return rule.amount.amount;
  const exact = amount + ((asking.amount - amount) * rule.share) / 100;
  return Math.ceil(exact / ROUND_TO) * ROUND_TO;
}

/**
 * What a seller's rule answers, in minor units; null when it leaves the answer to a person: below
 * the floor, from `below` upwards, in another currency, or when it would propose no more than was
 * offered. Never above the asking price.
 */
export function autoCounterAmount(
  rule: AutoCounter | null,
  offer: CounterableOffer,
): number | null {
  const { amount, asking, floor } = offer;
  if (!rule || !autoCounterFits(asking, rule)) return null;
  if (amount >= rule.below.amount || (floor !== null && amount < floor)) return null;
  const proposed = Math.min(proposedBy(rule, offer), asking.amount);
  return proposed > amount && proposed >= (floor ?? 0) ? proposed : null;
}
