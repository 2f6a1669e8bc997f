import { money } from "@oto/domain";
import { describe, expect, it } from "vitest";
import { ruleExamples, ruleOf, ruleValues } from "./offer-rule-form";

const price = money(100_000_000);
const lowestPrice = money(90_000_000);
const gap = { mode: "GAP" as const, below: money(98_000_000), share: 50 };

describe("a rule and its form", () => {
  it("are each other's image", () => {
    expect(ruleOf(ruleValues({ price, lowestPrice, autoCounter: gap }))).toEqual(gap);
    const fixed = { mode: "FIXED" as const, below: money(95_000_000), amount: money(97_000_000) };
    expect(ruleOf(ruleValues({ price, lowestPrice, autoCounter: fixed }))).toEqual(fixed);
    expect(ruleOf(ruleValues({ price, lowestPrice: null, autoCounter: null }))).toBeNull();
  });

  it("are incomplete without an amount", () => {
    const values = ruleValues({ price, lowestPrice, autoCounter: gap });
    expect(ruleOf({ ...values, below: null })).toBeUndefined();
    expect(ruleOf({ ...values, mode: "FIXED", amount: null })).toBeUndefined();
  });
});

describe("ruleExamples", () => {
  it("shows what the rule answers, from the floor on", () => {
    expect(ruleExamples(gap, { price, lowestPrice })).toEqual([
      { offered: money(90_000_000), answered: money(95_000_000) },
      { offered: money(94_000_000), answered: money(97_000_000) },
    ]);
  });

  it("shows nothing of a rule that never answers", () => {
    const never = { ...gap, below: money(50_000_000) };
    expect(ruleExamples(never, { price, lowestPrice })).toEqual([]);
  });
});
