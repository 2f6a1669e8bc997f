/** How much of a clock is left when somebody is reminded of it, in percent. */
export const REMINDER_SHARES = [50, 10] as const;
export type ReminderShare = (typeof REMINDER_SHARES)[number];

/** A clock that runs: of a proposal, of a reservation. */
export interface RunningClock {
  startedAt: Date;
  expiresAt: Date;
}

function momentOf({ startedAt, expiresAt }: RunningClock, share: ReminderShare): number {
  const [start, end] = [startedAt.getTime(), expiresAt.getTime()];
  return end - Math.ceil(((end - start) * share) / 100);
}

/** When the next reminder is due after an instant; null when none is left. */
export function nextReminder(clock: RunningClock, after: Date): Date | null {
  const moments = REMINDER_SHARES.map((share) => momentOf(clock, share));
  const next = moments.find((moment) => moment > after.getTime());
  return next === undefined ? null : new Date(next);
}

/**
 * Which reminder is right at an instant: the latest that is due. One that was slept through is not
 * made up for, since the later one says more. Null before the first, and once the clock has run out.
 */
export function dueReminder(clock: RunningClock, now: Date): ReminderShare | null {
  if (clock.expiresAt <= now) return null;
  return REMINDER_SHARES.findLast((share) => momentOf(clock, share) <= now.getTime()) ?? null;
}
