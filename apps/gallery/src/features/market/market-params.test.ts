import { describe, expect, it } from "vitest";
import type { MarketState } from "./market-params";
import { EMPTY_STATE, filtersOf, wordsOf } from "./market-params";

const empty = EMPTY_STATE;
const given = (state: Partial<MarketState>) =>
  JSON.parse(JSON.stringify(filtersOf({ ...empty, ...state })));

describe("filtersOf", () => {
  it("asks for nothing when the address says nothing", () => {
    expect(given({})).toEqual({});
  });

  it("sends prices in minor units and puts reversed bounds right", () => {
    expect(given({ priceMin: 900_000, priceMax: 500_000 })).toEqual({
      priceMin: 50_000_000,
      priceMax: 90_000_000,
    });
  });

  it("drops what the API would refuse", () => {
    expect(given({ fuel: ["DIESEL", "COAL"], make: ["golf"], province: ["34", "99"] })).toEqual({
      fuels: ["DIESEL"],
      provinceCodes: [34],
    });
  });

  it("does not ask for what is switched off", () => {
    expect(given({ flawless: false, warranty: true })).toEqual({ warranty: true });
  });
});

describe("wordsOf", () => {
  it("takes blank words for none", () => {
    expect(wordsOf({ ...empty, q: "  " })).toBeUndefined();
    expect(wordsOf({ ...empty, q: " passat " })).toBe("passat");
  });
});
