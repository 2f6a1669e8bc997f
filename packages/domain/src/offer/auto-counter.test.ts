import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { money } from "../money";
import type { AutoCounter } from ".";
import { autoCounterAmount, autoCounterField, autoCounterFits, readAutoCounter } from ".";

const asking = money(100_000_000);
const fixed: AutoCounter = { mode: "FIXED", below: money(95_000_000), amount: money(97_000_000) };
const gap: AutoCounter = { mode: "GAP", below: money(95_000_000), share: 50 };

describe("a counter rule", () => {
  it("answers from the floor up to its limit", () => {
    const answer = (rule: AutoCounter | null, amount: number, floor: number | null = 90_000_000) =>
      autoCounterAmount(rule, { amount, asking, floor });
    expect(answer(fixed, 90_000_000)).toBe(97_000_000);
    expect(answer(fixed, 89_999_999)).toBeNull();
    expect(answer(fixed, 94_999_999)).toBe(97_000_000);
    expect(answer(fixed, 95_000_000)).toBeNull();
    expect(answer(fixed, 1, null)).toBe(97_000_000);
    expect(answer(null, 93_000_000)).toBeNull();
    // Half the way from 92 to 100, and rounded up to whole thousands.
    expect(answer(gap, 92_000_000)).toBe(96_000_000);
    expect(answer(gap, 92_000_001)).toBe(96_100_000);
  });

  it("keeps still in another currency, and is read strictly", () => {
    const euro = { ...fixed, below: money(95_000_000, "EUR"), amount: money(97_000_000, "EUR") };
    expect(autoCounterFits(asking, euro)).toBe(false);
    expect(autoCounterAmount(euro, { amount: 93_000_000, asking, floor: null })).toBeNull();
    expect(autoCounterFits(asking, { ...fixed, amount: money(94_000_000) })).toBe(false);
    for (const wrong of [
      { mode: "GAP", below: money(1), share: 96 },
      { mode: "GAP", below: money(1), share: 4.5 },
      { mode: "FIXED", below: money(0), amount: money(1) },
      { ...fixed, more: true },
    ]) {
      expect(autoCounterField.safeParse(wrong).success).toBe(false);
      expect(readAutoCounter(wrong)).toBeNull();
    }
  });

  it("always proposes more than was offered, and never more than is asked or less than the floor", () => {
    const amounts = fc.integer({ min: 1, max: 200_000_000 });
    const anyRule: fc.Arbitrary<AutoCounter> = fc.oneof(
      fc.record({
        mode: fc.constant("GAP" as const),
        below: amounts.map((amount) => money(amount)),
        share: fc.integer({ min: 5, max: 95 }),
      }),
      fc.record({
        mode: fc.constant("FIXED" as const),
        below: amounts.map((amount) => money(amount)),
        amount: amounts.map((amount) => money(amount)),
      }),
    );
    const anyCase = fc.record({
      rule: anyRule,
      amount: amounts,
      price: amounts,
      floor: fc.option(amounts),
    });
    fc.assert(
      fc.property(anyCase, ({ rule, amount, price, floor }) => {
        const answer = autoCounterAmount(rule, { amount, asking: money(price), floor });
        if (answer === null) return;
        expect(answer).toBeGreaterThan(amount);
        expect(answer).toBeLessThanOrEqual(price);
        expect(answer).toBeGreaterThanOrEqual(floor ?? 0);
        expect(amount).toBeLessThan(rule.below.amount);
      }),
    );
  });
});
