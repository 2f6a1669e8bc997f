import { describe, expect, it } from "vitest";
import { foldBars } from "./fold-bars";

const bar = (from: number, to: number | null, count: number) => ({ from, to, count });

describe("foldBars", () => {
  it("leaves few bars alone", () => {
    const bars = [bar(2019, 2020, 4), bar(2020, 2021, 9)];
    expect(foldBars(bars, 2)).toEqual(bars);
  });

  it("puts the emptiest neighbours together and loses no vehicle", () => {
    const bars = [bar(0, 10, 5), bar(10, 20, 1), bar(20, 30, 2), bar(30, 40, 8), bar(40, null, 3)];
    expect(foldBars(bars, 3)).toEqual([bar(0, 30, 8), bar(30, 40, 8), bar(40, null, 3)]);
    expect(foldBars(bars, 1)).toEqual([bar(0, null, 19)]);
  });
});
