import { money } from "@oto/domain";
import { describe, expect, it } from "vitest";
import { below, middle, offerFormSchema, rounded } from "./offer-form";

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

describe("offerFormSchema", () => {
  it("wants an amount above zero", () => {
    const values = { message: "", validForHours: 24, final: false };
    expect(offerFormSchema.safeParse({ ...values, amount: null }).success).toBe(false);
    expect(offerFormSchema.safeParse({ ...values, amount: money(0) }).success).toBe(false);
    expect(offerFormSchema.safeParse({ ...values, amount: money(100) }).success).toBe(true);
  });
});
