import { describe, expect, it } from "vitest";
import { dayEnd, dayStart } from "./day-range";

describe("a day in Türkiye", () => {
  it("runs from midnight to midnight there", () => {
    expect(dayStart("2026-03-01")).toBe("2026-02-28T21:00:00.000Z");
    expect(dayEnd("2026-03-01")).toBe("2026-03-01T21:00:00.000Z");
  });

  it("is nothing when none, or no real one, is given", () => {
    expect(dayStart(null)).toBeNull();
    expect(dayEnd("yarın")).toBeNull();
  });
});
