const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Upper ends of the bands that answers are counted in, ms; the last band has none. */
export const ANSWER_BAND_ENDS_MS = [
  15 * MINUTE_MS,
  HOUR_MS,
  4 * HOUR_MS,
  12 * HOUR_MS,
  24 * HOUR_MS,
] as const;

export const ANSWER_BANDS = ["15m", "1h", "4h", "12h", "24h", "later"] as const;
export type AnswerBand = (typeof ANSWER_BANDS)[number];

/** The band of a time to answer; an end belongs to the band above it. */
export function answerBand(ms: number): AnswerBand {
  const index = ANSWER_BAND_ENDS_MS.findIndex((end) => ms < end);
  return ANSWER_BANDS[index === -1 ? ANSWER_BANDS.length - 1 : index] ?? "later";
}
