/** Fewer like vehicles than this say nothing about a price. */
export const MIN_SAMPLE = 8;
/** A price this far from the median, in shares of it, still counts as around it. */
const AROUND = 0.03;

export interface PriceSpread {
  low: number;
  firstQuartile: number;
  median: number;
  thirdQuartile: number;
  high: number;
  /** Share of the sample below the price, 0..100. */
  percentile: number;
  verdict: "BELOW" | "AROUND" | "ABOVE";
}

/** The value below which a share of a sorted sample lies, between neighbours by proportion. */
function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? 0;
  const above = sorted[Math.ceil(at)] ?? below;
  return Math.round(below + (above - below) * (at - Math.floor(at)));
}

/**
 * Where a price stands in a sample of prices (minor units, one currency). Quartiles do not care
 * for single wild prices, and the ends leave out what lies beyond 1.5 interquartile ranges.
 *
 * @returns null below `MIN_SAMPLE` prices
 */
export function priceSpread(price: number, sample: readonly number[]): PriceSpread | null {
  if (sample.length < MIN_SAMPLE) return null;
  const sorted = sample.toSorted((a, b) => a - b);
  const [firstQuartile, median, thirdQuartile] = [0.25, 0.5, 0.75].map((share) =>
    quantile(sorted, share),
  ) as [number, number, number];
  const reach = 1.5 * (thirdQuartile - firstQuartile);
  const usual = sorted.filter(
    (each) => each >= firstQuartile - reach && each <= thirdQuartile + reach,
  );
  const below = sorted.filter((each) => each < price).length;
  const distance = median === 0 ? 0 : (price - median) / median;
  const side = distance < 0 ? "BELOW" : "ABOVE";
  return {
    low: usual[0] ?? firstQuartile,
    firstQuartile,
    median,
    thirdQuartile,
    high: usual.at(-1) ?? thirdQuartile,
    percentile: Math.round((below / sorted.length) * 100),
    verdict: Math.abs(distance) <= AROUND ? "AROUND" : side,
  };
}
