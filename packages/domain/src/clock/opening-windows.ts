import type { AnsweringHours } from "./answering-hours";
import { minutesOf, WEEKDAYS } from "./answering-hours";
import { instantAt, localDayOf, plusDays, TRADE_ZONE, weekdayOf } from "./zoned-time";

/** A stretch of time, in milliseconds since 1970; its end does not belong to it. */
export interface Opening {
  from: number;
  to: number;
}

const DAY_MS = 86_400_000;

/**
 * The stretches in which a gallery answers, from an instant on for some days, in their order. The
 * first one may have begun before.
 */
export function openings(
  hours: AnsweringHours,
  since: Date,
  { days, zone = TRADE_ZONE }: { days: number; zone?: string },
): Opening[] {
  const start = since.getTime();
  const firstDay = localDayOf(new Date(start - DAY_MS), zone);
  const found: Opening[] = [];
  for (let at = 0; at <= days + 2; at += 1) {
    const day = plusDays(firstDay, at);
    const name = WEEKDAYS[weekdayOf(day) - 1];
    const own = hours.windows
      .filter((window) => window.day === name)
      .toSorted((a, b) => minutesOf(a.from) - minutesOf(b.from));
    for (const window of own) {
      const from = instantAt(day, minutesOf(window.from), { zone, twice: "first" });
      const to = instantAt(day, minutesOf(window.to), { zone, twice: "last" });
      // An opening that a jump of the clock swallows whole is none.
      if (to > start && to > from) found.push({ from, to });
    }
  }
  return found;
}
