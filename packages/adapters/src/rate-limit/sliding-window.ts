/** What a counter remembers: points by slice of time, and until when it is blocked. */
export interface WindowState {
  readonly slices: readonly (readonly [index: number, points: number])[];
  /** Epoch milliseconds; 0 unless blocked. */
  readonly blockedUntil: number;
}

export const EMPTY_WINDOW: WindowState = { slices: [], blockedUntil: 0 };

/** Slices of a window; a point comes back a window after the start of the slice it was spent in. */
export const SLICES = 60;

export interface WindowRules {
  readonly points: number;
  readonly windowS: number;
  readonly blockS?: number;
}

export interface WindowReading {
  readonly state: WindowState;
  /** Points that count now; more than the rules allow means refused. */
  readonly spent: number;
  /** Milliseconds until more may be spent; 0 when none are. */
  readonly waitMs: number;
}

const sum = (slices: WindowState["slices"]) => slices.reduce((all, [, points]) => all + points, 0);

/**
 * Spends points in a window that slides (0 only looks). Refused points count only until one too many
 * is reached, and come back with the oldest ones, so that whoever keeps asking is let in again as
 * slices come back.
 *
 * @param now epoch milliseconds
 */
export function spendInWindow(
  before: WindowState,
  rules: WindowRules,
  { points, now }: { points: number; now: number },
): WindowReading {
  const limit = rules.points;
  if (before.blockedUntil > now) {
    return { state: before, spent: limit + 1, waitMs: Math.ceil(before.blockedUntil - now) };
  }
  const slice = (rules.windowS * 1_000) / SLICES;
  const index = Math.floor(now / slice);
  const kept = before.slices.filter(([at]) => at > index - SLICES);
  const counted = Math.min(points, Math.max(0, limit + 1 - sum(kept)));
  const isRefused = counted < points || sum(kept) + counted > limit;
  const spentAt = isRefused ? (kept[0]?.[0] ?? index) : index;
  const slices = counted > 0 ? merged([...kept, [spentAt, counted]]) : kept;
  const spent = counted < points ? Math.max(sum(slices), limit + 1) : sum(slices);
  if (isRefused && points > 0 && rules.blockS) {
    const blockedUntil = now + rules.blockS * 1_000;
    return { state: { slices: [], blockedUntil }, spent, waitMs: rules.blockS * 1_000 };
  }
  let missing = isRefused ? Math.max(1, spent + Math.max(points, 1) - limit) : 1;
  let waitMs = 0;
  for (const [at, count] of slices) {
    if (missing <= 0) break;
    missing -= count;
    waitMs = Math.max(0, Math.ceil((at + SLICES) * slice - now));
  }
  return { state: { slices, blockedUntil: 0 }, spent, waitMs };
}

/** One entry a slice; they come in the order of time. */
function merged(slices: WindowState["slices"]): WindowState["slices"] {
  const points = new Map<number, number>();
  for (const [at, count] of slices) points.set(at, (points.get(at) ?? 0) + count);
  return [...points];
}
