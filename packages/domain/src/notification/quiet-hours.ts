import { MINUTES_A_DAY, minuteOfDay, nextMinuteOfDay } from "./local-time";

/** From the one minute of the day until before the other; may reach over midnight. */
export interface QuietHours {
  readonly from: number;
  readonly until: number;
}

/** Whether a person wants silence at this instant. */
export function isQuiet(at: Date, { from, until }: QuietHours): boolean {
  const minute = minuteOfDay(at);
  const length = (until - from + MINUTES_A_DAY) % MINUTES_A_DAY;
  return (minute - from + MINUTES_A_DAY) % MINUTES_A_DAY < length;
}

/** The first instant at or after `at` that is not quiet. */
export function afterQuiet(at: Date, quiet: QuietHours): Date {
  return isQuiet(at, quiet) ? nextMinuteOfDay(at, quiet.until) : at;
}
