/** Samples kept: two minutes of one every two seconds. */
export const HISTORY = 60;

export type DepthHistory = Readonly<Record<string, readonly number[]>>;

/** Adds one reading of all queues to what was read before, forgetting the oldest. */
export function addDepths(
  history: DepthHistory,
  depths: Readonly<Record<string, number>>,
): DepthHistory {
  return Object.fromEntries(
    Object.entries(depths).map(([queue, depth]) => [
      queue,
      [...(history[queue] ?? []), depth].slice(-HISTORY),
    ]),
  );
}
