/** Where the platform's clocks stand on walls. */
export const TRADE_ZONE = "Europe/Istanbul";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** A calendar day somewhere; the month counts from 1. */
export interface LocalDay {
  year: number;
  month: number;
  day: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  formats.set(zone, made);
  return made;
}

/** What the wall clock of a zone shows, as if it were UTC, in milliseconds. */
function wallMs(instant: number, zone: string): number {
  const part: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(instant)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** How far a zone's wall clock is ahead of UTC at an instant, in milliseconds. */
function offsetMs(instant: number, zone: string): number {
  const whole = Math.floor(instant / 1_000) * 1_000;
  return wallMs(whole, zone) - whole;
}

/** The calendar day that a zone has at an instant. */
export function localDayOf(instant: Date, zone: string = TRADE_ZONE): LocalDay {
  const wall = new Date(wallMs(instant.getTime(), zone));
  return { year: wall.getUTCFullYear(), month: wall.getUTCMonth() + 1, day: wall.getUTCDate() };
}

/** The day so many days later, or earlier; over months and years. */
export function plusDays({ year, month, day }: LocalDay, days: number): LocalDay {
  const moved = new Date(Date.UTC(year, month - 1, day + days));
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() };
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf({ year, month, day }: LocalDay): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7;
}

/**
 * The instant at which a zone's wall clock shows that many minutes after midnight of a day. An hour
 * that the clock skips lies after the jump; of an hour that it shows twice the `first` or the last
 * is taken.
 */
export function instantAt(
  day: LocalDay,
  minutes: number,
  { zone, twice }: { zone: string; twice: "first" | "last" },
): number {
  const wall = Date.UTC(day.year, day.month - 1, day.day) + minutes * MINUTE_MS;
  const before = wall - offsetMs(wall - DAY_MS, zone);
  const after = wall - offsetMs(wall + DAY_MS, zone);
  const shown = [before, after].filter((instant) => wallMs(instant, zone) === wall);
  if (shown.length === 0) return before;
  return twice === "first" ? Math.min(...shown) : Math.max(...shown);
}
