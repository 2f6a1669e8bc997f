/** Lower ends of the bands above the first, in hundredths of a percent of the asking price. */
export const DISCOUNT_BAND_STARTS_BPS = [0, 1, 100, 300, 500, 800, 1_200] as const;

export const DISCOUNT_BANDS = ["above", "none", "1", "3", "5", "8", "12", "more"] as const;
export type DiscountBand = (typeof DISCOUNT_BANDS)[number];

/**
 * How far an amount lies below the asking price, in hundredths of a percent of it; negative when
 * it lies above.
 */
export function discountBps(asking: number, amount: number): number {
  return Math.round(((asking - amount) / asking) * 10_000);
}

/** The band of a discount: above the price, the price itself, up to 1 %, 3 %, 5 %, 8 %, 12 %, more. */
export function discountBand(bps: number): DiscountBand {
  const index = DISCOUNT_BAND_STARTS_BPS.filter((start) => bps >= start).length;
  return DISCOUNT_BANDS[index] ?? "more";
}
