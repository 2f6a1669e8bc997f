/** What of a message its order and its news depend on. */
export interface Numbered {
  messageId: string;
  /** 1, 2, 3 … in the room, without gaps. */
  seq: number;
  /** The writer's own name for it, by which an optimistic copy finds its real one. */
  clientMessageId: string | null;
  createdAt: string;
  editedAt: string | null;
  deletedAt: string | null;
}

/** Instant of the latest change that has one. */
const changedAt = ({ createdAt, deletedAt, editedAt }: Numbered): string =>
  deletedAt ?? editedAt ?? createdAt;

/** The place of a number in messages sorted by theirs, or where it would stand. */
function placeOf(messages: readonly Numbered[], seq: number): number {
  let low = 0;
  let high = messages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((messages[middle]?.seq ?? 0) < seq) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Known messages with others brought in: sorted, each number once, the later state of each; what
 * comes later wins among equals, since files and cards are as of the answer. Gives the same array
 * back when nothing came.
 */
export function merge<M extends Numbered>(
  known: readonly M[],
  brought: readonly M[],
): readonly M[] {
  const last = known.at(-1)?.seq ?? 0;
  const sorted = brought.toSorted((a, b) => a.seq - b.seq);
  const first = sorted[0];
  if (first === undefined) return known;
  // The usual case: what came is newer than all that is known.
  if (first.seq > last && isStrictlyRising(sorted)) return [...known, ...sorted];
  const bySeq = new Map(known.map((message) => [message.seq, message]));
  let changed = false;
  for (const message of sorted) {
    const before = bySeq.get(message.seq);
    if (before !== undefined && changedAt(before) > changedAt(message)) continue;
    bySeq.set(message.seq, message);
    changed = true;
  }
  return changed ? [...bySeq.values()].toSorted((a, b) => a.seq - b.seq) : known;
}

const isStrictlyRising = (messages: readonly Numbered[]): boolean =>
  messages.every((message, index) => message.seq > (messages[index - 1]?.seq ?? 0));

/**
 * The unbroken run of known messages around a number (the newest one without it). What lies beyond
 * a hole is not drawn, since nobody could see that something is missing between.
 */
export function runAround<M extends Numbered>(
  known: readonly M[],
  seq: number | null,
): readonly M[] {
  if (known.length === 0) return known;
  const at = seq === null ? known.length - 1 : Math.min(placeOf(known, seq), known.length - 1);
  let from = at;
  let to = at;
  while (from > 0 && known[from - 1]?.seq === (known[from]?.seq ?? 0) - 1) from -= 1;
  while (to < known.length - 1 && known[to + 1]?.seq === (known[to]?.seq ?? 0) + 1) to += 1;
  return from === 0 && to === known.length - 1 ? known : known.slice(from, to + 1);
}

/** A hole: everything between two numbers, both known themselves. */
export interface Gap {
  afterSeq: number;
  beforeSeq: number;
}

/** The hole after the run around a number; null when nothing known lies beyond it. */
export function gapAfter(known: readonly Numbered[], seq: number): Gap | null {
  const last = runAround(known, seq).at(-1);
  if (last === undefined) return null;
  const next = known[placeOf(known, last.seq + 1)];
  return next === undefined ? null : { afterSeq: last.seq, beforeSeq: next.seq };
}
