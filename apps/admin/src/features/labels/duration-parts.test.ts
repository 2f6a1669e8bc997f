import { describe, expect, it } from "vitest";
import { durationParts } from "./duration-parts";

const HOUR = 3_600_000;

describe("durationParts", () => {
  it("names the two largest units", () => {
    expect(durationParts(50 * HOUR + 20 * 60_000)).toEqual([
      { unit: "day", count: 2 },
      { unit: "hour", count: 2 },
    ]);
    expect(durationParts(90 * 60_000)).toEqual([
      { unit: "hour", count: 1 },
      { unit: "minute", count: 30 },
    ]);
  });

  it("leaves out what would be zero, and seconds beside minutes", () => {
    expect(durationParts(48 * HOUR)).toEqual([{ unit: "day", count: 2 }]);
    expect(durationParts(61_000)).toEqual([{ unit: "minute", count: 1 }]);
    expect(durationParts(59_999)).toEqual([{ unit: "second", count: 59 }]);
  });

  it("knows what is shorter than a second, and clocks that run ahead", () => {
    expect(durationParts(250)).toEqual([{ unit: "millisecond", count: 250 }]);
    expect(durationParts(-5_000)).toEqual([{ unit: "millisecond", count: 0 }]);
  });
});
