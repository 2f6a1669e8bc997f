export interface TimeLeft {
  days: number;
  hours: number;
  minutes: number;
  seconds: number;
  over: boolean;
}

const HOUR = 3600;
const DAY = 86_400;

/**
 * Seconds left between two instants (ms since epoch) as far as a clock shows them: whole hours above
 * a day, whole minutes above an hour. Zero once it is over.
 */
export function shownSeconds(until: number, now: number): number {
  const total = Math.max(0, Math.ceil((until - now) / 1000));
  if (total >= DAY) return total - (total % HOUR);
  return total >= HOUR ? total - (total % 60) : total;
}

/** Splits what is left between two instants (ms since epoch); all zero once it is over. */
export function timeLeft(until: number, now: number): TimeLeft {
  return splitSeconds(Math.max(0, Math.ceil((until - now) / 1000)));
}

/** Splits a number of seconds. */
export function splitSeconds(total: number): TimeLeft {
  return {
    days: Math.floor(total / 86_400),
    hours: Math.floor((total % 86_400) / 3600),
    minutes: Math.floor((total % 3600) / 60),
    seconds: total % 60,
    over: total === 0,
  };
}

export interface TimeUnits {
  day: string;
  hour: string;
  minute: string;
  second: string;
}

const two = (value: number) => String(value).padStart(2, "0");

/** The two largest units above an hour (`1 g 04 sa`), the clock below it (`59:07`). */
export function writeTimeLeft(left: TimeLeft, units: TimeUnits): string {
  if (left.days > 0) {
    return `${left.days} ${units.day} ${two(left.hours)} ${units.hour}`;
  }
  if (left.hours > 0) {
    return `${left.hours} ${units.hour} ${two(left.minutes)} ${units.minute}`;
  }
  return `${two(left.minutes)}:${two(left.seconds)}`;
}

/** ISO 8601 duration for the `datetime` of a `<time>`: `P1DT4H0M9S`. */
export function isoDuration(left: TimeLeft): string {
  return `P${left.days}DT${left.hours}H${left.minutes}M${left.seconds}S`;
}
