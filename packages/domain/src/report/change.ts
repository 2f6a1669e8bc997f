export interface Change {
  direction: "up" | "down" | "flat";
  /** Difference in hundredths of a percent of what was before; null when nothing was. */
  bps: number | null;
}

/**
 * How a figure moved against the period before.
 * @returns null when one of them is missing
 */
export function changeOf(current: number | null, previous: number | null): Change | null {
  if (current === null || previous === null) return null;
  const fell = current < previous ? "down" : "flat";
  const direction = current > previous ? "up" : fell;
  if (previous === 0) return { direction, bps: direction === "flat" ? 0 : null };
  return { direction, bps: Math.round(((current - previous) / Math.abs(previous)) * 10_000) };
}
