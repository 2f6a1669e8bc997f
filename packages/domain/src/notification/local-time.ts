/** The zone that quiet hours and digests are meant in. */
export const NOTIFICATION_ZONE = "Europe/Istanbul";
export const MINUTES_A_DAY = 1_440;
const MINUTE_MS = 60_000;

const PARTS = new Intl.DateTimeFormat("en-CA", {
  timeZone: NOTIFICATION_ZONE,
  hourCycle: "h23",
  hour: "2-digit",
  minute: "2-digit",
});

/** Minutes since midnight in Türkiye. */
export function minuteOfDay(at: Date): number {
  const parts = PARTS.formatToParts(at);
  const value = (type: "hour" | "minute") =>
    Number(parts.find((part) => part.type === type)?.value ?? 0);
  return value("hour") * 60 + value("minute");
}

/**
 * The next instant strictly after `at` whose minute of the day is `minute`. Seconds are cut, and a
 * day that the zone makes longer or shorter is walked over, not assumed.
 */
export function nextMinuteOfDay(at: Date, minute: number): Date {
  const start = new Date(Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS);
  const ahead = (minute - minuteOfDay(start) + MINUTES_A_DAY) % MINUTES_A_DAY || MINUTES_A_DAY;
  const found = new Date(start.getTime() + ahead * MINUTE_MS);
  const off = minute - minuteOfDay(found);
  return off === 0 ? found : new Date(found.getTime() + off * MINUTE_MS);
}
