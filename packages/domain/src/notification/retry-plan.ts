import type { Lane } from "./channels";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** Pauses after the first, second, … failed try; the last one repeats until the time is over. */
const PAUSES: Readonly<Record<Lane, readonly number[]>> = {
  otp: [SECOND, 2 * SECOND, 4 * SECOND, 8 * SECOND, 15 * SECOND],
  critical: [2 * SECOND, 5 * SECOND, 15 * SECOND, 30 * SECOND, MINUTE, 2 * MINUTE],
  bulk: [5 * SECOND, 15 * SECOND, MINUTE, 2 * MINUTE, 5 * MINUTE],
};

/** Pause of a message that nobody was even asked to take, every provider being left alone. */
const NOBODY_ASKED_MS: Readonly<Record<Lane, number>> = {
  otp: 2 * SECOND,
  critical: 10 * SECOND,
  bulk: 30 * SECOND,
};

/** How long a message is worth sending at all. */
export const KEEP_TRYING_MS: Readonly<Record<Lane, number>> = {
  otp: 3 * MINUTE,
  critical: 12 * 60 * MINUTE,
  bulk: 24 * 60 * MINUTE,
};

/**
 * When a message that could not be sent is tried again; null when it would be too late by then.
 * @param attempts tries so far, 1 or more
 * @param asked whether any provider was asked: one that was not costs no longer pause
 */
export function nextTryAt(
  {
    asked = true,
    attempts,
    expiresAt,
    lane,
  }: { asked?: boolean; attempts: number; expiresAt: Date; lane: Lane },
  now: Date,
): Date | null {
  const pauses = PAUSES[lane];
  const planned = pauses[Math.min(Math.max(attempts, 1), pauses.length) - 1] ?? MINUTE;
  const pause = asked ? planned : NOBODY_ASKED_MS[lane];
  const at = new Date(now.getTime() + pause);
  return at < expiresAt ? at : null;
}
