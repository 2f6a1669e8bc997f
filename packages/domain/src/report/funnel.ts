/** How far a negotiation got, in the order in which it happens. */
export const FUNNEL_STAGES = [
  "made",
  "answered",
  "countered",
  "accepted",
  "reserved",
  "completed",
] as const;
export type FunnelStage = (typeof FUNNEL_STAGES)[number];
export type FunnelCounts = Record<FunnelStage, number>;

export const NO_COUNTS: FunnelCounts = {
  made: 0,
  answered: 0,
  countered: 0,
  accepted: 0,
  reserved: 0,
  completed: 0,
};

/** Both together. */
export function addCounts(a: FunnelCounts, b: FunnelCounts): FunnelCounts {
  const entries = FUNNEL_STAGES.map((stage) => [stage, a[stage] + b[stage]] as const);
  return Object.fromEntries(entries) as FunnelCounts;
}

/**
 * A part of a whole in hundredths of a percent.
 * @returns null when there is no whole to be a part of
 */
export function shareBps(part: number, whole: number): number | null {
  return whole > 0 ? Math.round((part / whole) * 10_000) : null;
}

/** Each stage with its share of all offers: some deals close without ever being countered. */
export function funnelSteps(
  counts: FunnelCounts,
): { stage: FunnelStage; count: number; shareBps: number | null }[] {
  return FUNNEL_STAGES.map((stage) => ({
    stage,
    count: counts[stage],
    shareBps: shareBps(counts[stage], counts.made),
  }));
}
