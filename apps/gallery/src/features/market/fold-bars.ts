import type { FacetBar } from "./market-views";

/**
 * Neighbouring bars put together until at most `most` are left, the emptiest first: detail stays
 * where the vehicles are, and every bar is wide enough for a finger.
 */
export function foldBars(bars: readonly FacetBar[], most: number): FacetBar[] {
  let folded = [...bars];
  while (folded.length > most) {
    const sums = folded.slice(1).map((bar, index) => bar.count + (folded[index]?.count ?? 0));
    const emptiest = sums.indexOf(Math.min(...sums));
    folded = folded.flatMap((bar, index) => {
      const next = folded[index + 1];
      if (index === emptiest + 1) return [];
      if (index !== emptiest || next === undefined) return [bar];
      return [{ from: bar.from, to: next.to, count: bar.count + next.count }];
    });
  }
  return folded;
}
