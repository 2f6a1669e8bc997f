import { describe, expect, it } from "vitest";
import { axisWidth, valueAxisWidth } from "./chart-look";

const series = [
  { key: "a", label: "A" },
  { key: "b", label: "B" },
];
const width = (a: number, b: number, stacked = false) =>
  valueAxisWidth({ data: [{ at: "1", a, b }], series, stacked });

describe("the width of an axis", () => {
  it("has room for the longest tick", () => {
    expect(axisWidth(["5", "1.000"])).toBeGreaterThan(axisWidth(["5", "10"]));
    expect(axisWidth([])).toBeGreaterThan(0);
  });

  it("has room for a tick above the highest value, and for the parts of a low one", () => {
    expect(width(97, 3)).toBe(axisWidth(["130"]));
    expect(width(1, 0)).toBe(axisWidth(["0.25"]));
    expect(width(0, 0)).toBe(width(1, 0));
  });

  it("adds up what stands on top of one another", () => {
    expect(width(600, 600)).toBe(axisWidth(["804"]));
    expect(width(600, 600, true)).toBe(axisWidth(["1608"]));
  });
});
