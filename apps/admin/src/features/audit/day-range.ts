const DAY_MS = 86_400_000;
/** Türkiye keeps one clock all year. */
const OFFSET = "+03:00";

/** The instant a day of the Turkish calendar (`YYYY-MM-DD`) begins; null for no day. */
export function dayStart(day: string | null): string | null {
  if (day === null) return null;
  const at = Date.parse(`${day}T00:00:00${OFFSET}`);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

/** The instant that day is over: where the next one begins. */
export function dayEnd(day: string | null): string | null {
  const start = dayStart(day);
  return start === null ? null : new Date(Date.parse(start) + DAY_MS).toISOString();
}
