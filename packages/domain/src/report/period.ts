import { z } from "zod";
import type { Day } from "./calendar";
import { addDays, addMonths, daysBetween, endOfMonth, startOfMonth, startOfWeek } from "./calendar";

/** Days of a report, both ends included. */
export interface ReportPeriod {
  from: Day;
  to: Day;
}

export const REPORT_GRAINS = ["day", "week", "month"] as const;
/** How a period is cut into pieces. */
export type ReportGrain = (typeof REPORT_GRAINS)[number];
export const reportGrainField = z.enum(REPORT_GRAINS);

/** Three years: what a report covers at most. */
export const REPORT_MAX_DAYS = 1_097;
const EARLIEST = "2000-01-01";
const LATEST = "2100-12-31";
/** Finer pieces than these make a picture that nobody reads. */
const MOST_DAYS_OF_GRAIN: Record<ReportGrain, number> = {
  day: 124,
  week: 740,
  month: REPORT_MAX_DAYS,
};
/** What a period is cut into unless somebody wishes otherwise. */
const USUAL_DAYS_OF_GRAIN: Record<ReportGrain, number> = {
  day: 35,
  week: 190,
  month: REPORT_MAX_DAYS,
};

/** Fields of a period in an input; `isReportPeriod` is the rule across both. */
export const reportPeriodFields = {
  from: z.iso.date({ error: "validation.date" }),
  to: z.iso.date({ error: "validation.date" }),
} as const;

/** Whether a period runs forwards, within the calendar that reports know, and not too long. */
export function isReportPeriod({ from, to }: ReportPeriod): boolean {
  const length = daysBetween(from, to) + 1;
  return from >= EARLIEST && to <= LATEST && length >= 1 && length <= REPORT_MAX_DAYS;
}

const isWholeMonths = ({ from, to }: ReportPeriod): boolean =>
  from === startOfMonth(from) && to === endOfMonth(to);

const monthOf = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

/**
 * The period just before, to compare with: as many whole months when the period is whole months,
 * as many days otherwise.
 */
export function previousPeriod(period: ReportPeriod): ReportPeriod {
  const { from, to } = period;
  const before = addDays(from, -1);
  if (isWholeMonths(period)) {
    return { from: addMonths(from, -(monthOf(to) - monthOf(from) + 1)), to: before };
  }
  return { from: addDays(from, -(daysBetween(from, to) + 1)), to: before };
}

/** The wished grain, or the finest one that a period of this length can be read in. */
export function grainFor(period: ReportPeriod, wished?: ReportGrain | undefined): ReportGrain {
  const length = daysBetween(period.from, period.to) + 1;
  const fits = (most: Record<ReportGrain, number>) => (grain: ReportGrain) => length <= most[grain];
  const usual = REPORT_GRAINS.find(fits(USUAL_DAYS_OF_GRAIN)) ?? "month";
  const start = REPORT_GRAINS.indexOf(wished ?? usual);
  const readable = fits(MOST_DAYS_OF_GRAIN);
  return REPORT_GRAINS.slice(start).find(readable) ?? "month";
}

/** The first day of the piece that a day belongs to. */
export function bucketOf(day: Day, grain: ReportGrain): Day {
  if (grain === "day") return day;
  return grain === "week" ? startOfWeek(day) : startOfMonth(day);
}

/** First days of all pieces that a period touches, in order, without a gap. */
export function bucketsOf(period: ReportPeriod, grain: ReportGrain): Day[] {
  const buckets: Day[] = [];
  let day = bucketOf(period.from, grain);
  while (day <= period.to) {
    buckets.push(day);
    day = grain === "month" ? addMonths(day, 1) : addDays(day, grain === "week" ? 7 : 1);
  }
  return buckets;
}

export const REPORT_PRESETS = [
  "last7",
  "last30",
  "last90",
  "thisMonth",
  "lastMonth",
  "thisYear",
] as const;
export type ReportPreset = (typeof REPORT_PRESETS)[number];

/** The days that a preset means today. */
export function presetPeriod(preset: ReportPreset, today: Day): ReportPeriod {
  switch (preset) {
    case "last7":
      return { from: addDays(today, -6), to: today };
    case "last30":
      return { from: addDays(today, -29), to: today };
    case "last90":
      return { from: addDays(today, -89), to: today };
    case "thisMonth":
      return { from: startOfMonth(today), to: today };
    case "lastMonth":
      return { from: addMonths(today, -1), to: addDays(startOfMonth(today), -1) };
    case "thisYear":
      return { from: `${today.slice(0, 4)}-01-01`, to: today };
  }
}
