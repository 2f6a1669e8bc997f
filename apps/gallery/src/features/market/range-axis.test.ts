import { describe, expect, it } from "vitest";
import type { FacetBar } from "./market-views";
import { placesOf, rangeAt } from "./range-axis";

const years: FacetBar[] = [
  { from: 2000, to: 2015, count: 3 },
  { from: 2015, to: 2018, count: 9 },
  { from: 2018, to: 2021, count: 20 },
  { from: 2021, to: null, count: 4 },
];

describe("the axis of a range", () => {
  it("is open at its ends", () => {
    expect(placesOf(years, { low: null, high: null }, true)).toEqual([0, 4]);
    expect(rangeAt(years, [0, 4], true)).toEqual({ low: null, high: null });
  });

  it("has a bar where its values are", () => {
    expect(placesOf(years, { low: 2018, high: 2020 }, true)).toEqual([2, 3]);
    expect(rangeAt(years, [2, 3], true)).toEqual({ low: 2018, high: 2020 });
  });

  it("places what lies within a bar or beyond all of them", () => {
    expect(placesOf(years, { low: 2016, high: 2040 }, true)[0]).toBeCloseTo(1.33, 1);
    expect(placesOf(years, { low: 1990, high: 1995 }, true)).toEqual([0, 0]);
    expect(placesOf(years, { low: 2030, high: null }, true)).toEqual([3, 4]);
  });

  it("writes what is measured with round ends", () => {
    expect(rangeAt(years, [1, 3], false)).toEqual({ low: 2015, high: 2021 });
  });

  it.each([true, false])("leads from any two places back to them (%s)", (counted) => {
    const widths = [1, 400, 3, 77, 1_000, 12, 1, 250];
    let from = 0;
    const bars = widths.map((width, index): FacetBar => {
      const bar = { from, to: index === widths.length - 1 ? null : from + width, count: 1 };
      from += width;
      return bar;
    });
    for (let low = 0; low < bars.length; low += 1) {
      for (let high = low + 1; high <= bars.length; high += 1) {
        const range = rangeAt(bars, [low, high], counted);
        expect(placesOf(bars, range, counted)).toEqual([low, high]);
      }
    }
  });
});
