import { money } from "@oto/domain";
import { describe, expect, it } from "vitest";
import {
  below,
  haggled,
  haggleStep,
  middle,
  offerFormSchema,
  quickAnswers,
  rounded,
} from "./offer-form";

describe("quick amounts", () => {
  it("are whole thousands for cars", () => {
    expect(below(money(124_500_000), 5)).toEqual(money(118_300_000));
    expect(middle(money(120_000_000), money(124_500_000))).toEqual(money(122_300_000));
  });

  it("leave the asking price as it is", () => {
    expect(below(money(124_512_300), 0)).toEqual(money(124_512_300));
  });

  it("never become nothing", () => {
    expect(rounded(money(1)).amount).toBeGreaterThan(0);
  });
});

describe("haggling", () => {
  it("goes in steps that people say", () => {
    expect(haggleStep(money(124_500_000))).toEqual(money(500_000));
    expect(haggleStep(money(50_000_000))).toEqual(money(250_000));
    expect(haggleStep(money(1))).toEqual(money(10_000));
  });

  it("leads to the next round amount, whichever way, and never to nothing", () => {
    expect(haggled(money(124_320_000), money(500_000), 1)).toEqual(money(124_500_000));
    expect(haggled(money(124_500_000), money(500_000), 1)).toEqual(money(125_000_000));
    expect(haggled(money(124_320_000), money(500_000), -1)).toEqual(money(124_000_000));
    for (let amount = 1; amount < 2_000_000_000; amount = Math.ceil(amount * 1.37)) {
      const step = haggleStep(money(amount));
      const [up, down] = [haggled(money(amount), step, 1), haggled(money(amount), step, -1)];
      expect(up.amount % step.amount).toBe(0);
      expect(up.amount).toBeGreaterThan(amount);
      expect(down.amount).toBeGreaterThan(0);
      expect(down.amount < amount || down.amount === step.amount).toBe(true);
    }
  });
});

describe("quickAnswers", () => {
  const asking = money(100_000_000);
  const offer = {
    side: "SELLER" as const,
    amount: money(94_000_000),
    lastAmounts: { mine: null, theirs: money(94_000_000) },
    vehicle: { askingPrice: asking },
    floor: money(96_000_000),
  };

  it("give the seller the middle to the asking price, small steps down and the floor", () => {
    expect(quickAnswers(offer).map(({ id, amount }) => [id, amount.amount])).toEqual([
      ["middle", 97_000_000],
      ["asking", 100_000_000],
      ["share1", 99_000_000],
      ["floor", 96_000_000],
    ]);
  });

  it("give the buyer their own last word, and never the floor", () => {
    const lastAmounts = { mine: money(92_000_000), theirs: money(98_000_000) };
    const answers = quickAnswers({
      ...offer,
      side: "BUYER",
      amount: money(98_000_000),
      lastAmounts,
      floor: null,
    });
    expect(answers.map(({ id }) => id)).toEqual(["middle", "own", "asking", "share3"]);
    expect(new Set(answers.map(({ amount }) => amount.amount)).size).toBe(answers.length);
  });
});

describe("offerFormSchema", () => {
  it("wants an amount above zero", () => {
    const values = { message: "", validForHours: 24, final: false };
    expect(offerFormSchema.safeParse({ ...values, amount: null }).success).toBe(false);
    expect(offerFormSchema.safeParse({ ...values, amount: money(0) }).success).toBe(false);
    expect(offerFormSchema.safeParse({ ...values, amount: money(100) }).success).toBe(true);
  });
});
