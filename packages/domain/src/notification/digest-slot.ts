import type { DigestMode } from "./channels";
import { minuteOfDay, nextMinuteOfDay } from "./local-time";

export interface DigestChoice {
  readonly mode: DigestMode;
  /** Hour of the day for a daily one, Türkiye's time. */
  readonly hour: number;
}

/** When the next digest goes out; null for people who want none. */
export function nextDigestAt(at: Date, { mode, hour }: DigestChoice): Date | null {
  if (mode === "OFF") return null;
  if (mode === "DAILY") return nextMinuteOfDay(at, hour * 60);
  const nextHour = (Math.floor(minuteOfDay(at) / 60) + 1) % 24;
  return nextMinuteOfDay(at, nextHour * 60);
}
