import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  bucketOf,
  bucketsOf,
  daysBetween,
  grainFor,
  isReportPeriod,
  presetPeriod,
  previousPeriod,
  REPORT_GRAINS,
  REPORT_MAX_DAYS,
  REPORT_PRESETS,
  startOfWeek,
} from ".";

const anyDay = fc
  .date({ min: new Date("2004-01-01"), max: new Date("2060-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const anyPeriod = fc
  .tuple(anyDay, fc.nat({ max: REPORT_MAX_DAYS - 1 }))
  .map(([from, days]) => ({ from, to: addDays(from, days) }));

describe("days", () => {
  it("begin weeks on Mondays", () => {
    expect(startOfWeek("2026-11-28")).toBe("2026-11-23");
    expect(startOfWeek("2026-11-23")).toBe("2026-11-23");
    expect(startOfWeek("2026-11-22")).toBe("2026-11-16");
  });
});

describe("previousPeriod", () => {
  it("compares months with months and days with as many days", () => {
    expect(previousPeriod({ from: "2026-03-01", to: "2026-03-31" })).toEqual({
      from: "2026-02-01",
      to: "2026-02-28",
    });
    expect(previousPeriod({ from: "2026-01-01", to: "2026-03-31" })).toEqual({
      from: "2025-10-01",
      to: "2025-12-31",
    });
    expect(previousPeriod({ from: "2026-03-01", to: "2026-03-30" })).toEqual({
      from: "2026-01-30",
      to: "2026-02-28",
    });
  });

  it("ends on the eve of the period and never overlaps it", () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        const before = previousPeriod(period);
        expect(addDays(before.to, 1)).toBe(period.from);
        expect(before.from <= before.to).toBe(true);
      }),
    );
  });
});

describe("bucketsOf", () => {
  it("covers every day of the period once, in order, in few pieces", () => {
    fc.assert(
      fc.property(anyPeriod, fc.constantFrom(undefined, ...REPORT_GRAINS), (period, wished) => {
        const grain = grainFor(period, wished);
        const buckets = bucketsOf(period, grain);
        expect(buckets.length).toBeLessThanOrEqual(124);
        expect(buckets).toEqual([...new Set(buckets)].toSorted());
        for (const day of [period.from, period.to]) {
          expect(buckets).toContain(bucketOf(day, grain));
        }
        expect(buckets[0]).toBe(bucketOf(period.from, grain));
        expect(buckets.at(-1)).toBe(bucketOf(period.to, grain));
      }),
    );
  });

  it("keeps the grain that was asked for as long as it can be read", () => {
    const year = { from: "2026-01-01", to: "2026-12-31" };
    expect(grainFor(year, "day")).toBe("week");
    expect(grainFor(year)).toBe("month");
    expect(grainFor({ from: "2026-01-01", to: "2026-01-31" }, "month")).toBe("month");
    expect(bucketsOf(year, "month")).toHaveLength(12);
  });
});

describe("isReportPeriod", () => {
  it("refuses what runs backwards, is too long, or lies outside the calendar", () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        expect(isReportPeriod(period)).toBe(true);
      }),
    );
    expect(isReportPeriod({ from: "2026-01-02", to: "2026-01-01" })).toBe(false);
    expect(isReportPeriod({ from: "2020-01-01", to: "2026-01-01" })).toBe(false);
    expect(isReportPeriod({ from: "0000-01-01", to: "0000-01-02" })).toBe(false);
    expect(isReportPeriod({ from: "2101-01-01", to: "2101-01-02" })).toBe(false);
  });
});

describe("presetPeriod", () => {
  it("gives periods that reports take, ending today or with the last month", () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...REPORT_PRESETS), (today, preset) => {
        const period = presetPeriod(preset, today);
        expect(isReportPeriod(period)).toBe(true);
        expect(period.to <= today).toBe(true);
      }),
    );
    expect(presetPeriod("last7", "2026-11-28")).toEqual({ from: "2026-11-22", to: "2026-11-28" });
    expect(presetPeriod("lastMonth", "2026-03-15")).toEqual({
      from: "2026-02-01",
      to: "2026-02-28",
    });
    expect(daysBetween("2026-02-28", "2026-03-01")).toBe(1);
  });
});
