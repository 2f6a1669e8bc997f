import type { ReportColumn } from "@oto/domain";
import { shareBps } from "@oto/domain";

/** A row of an exported table: numbers stay numbers, days are texts. */
export type ReportRow = Partial<Record<ReportColumn, string | number | null>>;

const MINUTE_MS = 60_000;

/** Whole minutes; null stays null. */
export const minutesOf = (ms: number | null): number | null =>
  ms === null ? null : Math.round(ms / MINUTE_MS);

/** Hundredths of a percent as percent. */
export const percentOf = (bps: number | null): number | null => (bps === null ? null : bps / 100);

/** Sales of offers in percent. */
export const conversionOf = ({ made, completed }: { made: number; completed: number }) =>
  percentOf(shareBps(completed, made));
