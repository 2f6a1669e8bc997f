import type { AnsweringHours } from "./answering-hours";
import { openings } from "./opening-windows";
import { TRADE_ZONE } from "./zoned-time";

const HOUR_MS = 3_600_000;
/** So much of its opening time a gallery gets at least to answer, unless it was given less. */
export const ANSWER_TIME_HOURS = 2;
/** However rarely a gallery answers, nobody is bound by a proposal for longer than this. */
export const ANSWER_MAX_DAYS = 7;

/**
 * When a proposal runs out that a gallery with answering hours has to answer: after the hours it
 * was made for, and not before the gallery was open for two hours since (or for as long as the
 * proposal was to stand, if that is shorter). Seven days are the end of it in any case.
 *
 * @param asked.hours null for around the clock: nothing is added then
 */
export function answerDeadline(
  now: Date,
  asked: { validForHours: number; hours: AnsweringHours | null | undefined; zone?: string },
): Date {
  const { validForHours, hours, zone = TRADE_ZONE } = asked;
  const start = now.getTime();
  const plain = start + validForHours * HOUR_MS;
  if (!hours) return new Date(plain);
  let missing = Math.min(validForHours, ANSWER_TIME_HOURS) * HOUR_MS;
  const latest = Math.max(plain, start + ANSWER_MAX_DAYS * 24 * HOUR_MS);
  for (const { from, to } of openings(hours, now, { days: ANSWER_MAX_DAYS, zone })) {
    const begins = Math.max(from, start);
    if (to - begins >= missing) {
      return new Date(Math.min(Math.max(plain, begins + missing), latest));
    }
    missing -= to - begins;
  }
  return new Date(latest);
}
