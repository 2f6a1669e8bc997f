import type { FacetBar } from "./market-views";

/** Both ends belong to it; null is open. */
export interface AxisRange {
  low: number | null;
  high: number | null;
}

/** Where an amount lies on an axis whose steps are the bars of a histogram, as wide as they may be. */
export function placeOf(bars: readonly FacetBar[], value: number): number {
  const index = bars.findIndex(({ to }) => to === null || value < to);
  const bar = bars[index];
  if (bar === undefined) return bars.length;
  const width = bar.to === null ? 0 : bar.to - bar.from;
  const within = width > 0 ? (value - bar.from) / width : 0;
  return index + Math.min(1, Math.max(0, within));
}

/** Values that are counted (years) rather than measured: a range of them ends before the next one. */
const gap = (counted: boolean): number => (counted ? 1 : 0);

/** Both ends of a range on the axis; an open end lies at the end of the axis. */
export function placesOf(
  bars: readonly FacetBar[],
  { low, high }: AxisRange,
  counted: boolean,
): [number, number] {
  const from = low === null ? 0 : placeOf(bars, low);
  const until = high === null ? bars.length : placeOf(bars, high + gap(counted));
  return [Math.min(from, until), Math.max(from, until)];
}

/** The range that two places on the axis stand for; the ends of the axis are open. */
export function rangeAt(
  bars: readonly FacetBar[],
  [from, until]: readonly [number, number],
  counted: boolean,
): AxisRange {
  const low = from <= 0 ? null : (bars[Math.round(from)]?.from ?? null);
  const end = bars[Math.round(until) - 1]?.to ?? null;
  return { low, high: until >= bars.length || end === null ? null : end - gap(counted) };
}
