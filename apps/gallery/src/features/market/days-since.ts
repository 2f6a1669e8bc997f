const DAY_MS = 86_400_000;

/** Whole days between an instant and now; none for one that is still to come. */
export function daysSince(iso: string, now = Date.now()): number {
  return Math.max(0, Math.floor((now - Date.parse(iso)) / DAY_MS));
}
