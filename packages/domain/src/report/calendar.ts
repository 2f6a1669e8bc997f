/** A day as people in Türkiye count it: `YYYY-MM-DD`. */
export type Day = string;

const DAY_MS = 86_400_000;

const toUtc = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
const fromUtc = (ms: number): Day => new Date(ms).toISOString().slice(0, 10);

/** The day so many days later, or earlier for a negative number. */
export function addDays(day: Day, days: number): Day {
  return fromUtc(toUtc(day) + days * DAY_MS);
}

/** How many days lie from one day to another; 0 for the same one. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((toUtc(to) - toUtc(from)) / DAY_MS);
}

/** The first day of the month so many months later. */
export function addMonths(day: Day, months: number): Day {
  const date = new Date(toUtc(day));
  return fromUtc(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
}

/** The Monday of a day's week. */
export function startOfWeek(day: Day): Day {
  const weekday = (new Date(toUtc(day)).getUTCDay() + 6) % 7;
  return addDays(day, -weekday);
}

/** The first day of a day's month. */
export const startOfMonth = (day: Day): Day => addMonths(day, 0);

/** The last day of a day's month. */
export const endOfMonth = (day: Day): Day => addDays(addMonths(day, 1), -1);
