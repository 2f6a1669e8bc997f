import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MIN_SAMPLE, priceSpread } from "./price-spread";

const prices = [90, 95, 98, 100, 100, 102, 105, 110].map((price) => price * 100);

describe("priceSpread", () => {
  it("needs a sample that says something", () => {
    expect(priceSpread(10_000, prices.slice(1))).toBeNull();
    expect(priceSpread(10_000, prices)).not.toBeNull();
  });

  it("is not moved by a typing error in somebody's price", () => {
    const wild = priceSpread(10_000, [...prices.slice(0, -1), 99_999_999]);
    expect(wild).toMatchObject({ median: 10_000, high: 10_500, verdict: "AROUND" });
  });

  it("names the side", () => {
    expect(priceSpread(9_000, prices)).toMatchObject({ verdict: "BELOW", percentile: 0 });
    expect(priceSpread(12_000, prices)).toMatchObject({ verdict: "ABOVE", percentile: 100 });
  });

  it("keeps its figures in order whatever the prices", () => {
    const sample = fc.array(fc.integer({ min: 1, max: 10 ** 12 }), { minLength: MIN_SAMPLE });
    fc.assert(
      fc.property(sample, fc.integer({ min: 1, max: 10 ** 12 }), (all, price) => {
        const spread = priceSpread(price, all);
        if (!spread) throw new Error("a spread was expected");
        const { low, firstQuartile, median, thirdQuartile, high, percentile } = spread;
        expect(firstQuartile <= median && median <= thirdQuartile).toBe(true);
        expect(low <= median && median <= high).toBe(true);
        expect(percentile >= 0 && percentile <= 100).toBe(true);
      }),
    );
  });
});
