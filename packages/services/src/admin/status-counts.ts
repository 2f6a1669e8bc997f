/** A count for every status, also for those that nothing is in. */
export function countsByStatus<Status extends string>(
  statuses: readonly Status[],
  groups: readonly { status: Status; _count: number }[],
): Record<Status, number> {
  const counts = new Map(groups.map(({ status, _count }) => [status, _count]));
  const entries = statuses.map((status) => [status, counts.get(status) ?? 0] as const);
  return Object.fromEntries(entries) as Record<Status, number>;
}
