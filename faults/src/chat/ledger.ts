import type { Heard } from "./chat-client";

/** What went wrong for the people who read, over all of them. */
export interface ChatCount {
  /** Messages that somebody never got. */
  missing: number;
  /** Numbers that were skipped at the moment when a later one came. */
  gaps: number;
  /** Messages that somebody got more than once. */
  doubles: number;
  /** Messages that came after a later one. */
  reordered: number;
  /** Times that a server said events were gone. */
  resets: number;
}

/** Keeps what one person got of each room, and judges it as it comes. */
export class Reader {
  readonly #last = new Map<string, number>();
  readonly #seen = new Map<string, Set<number>>();
  readonly count: ChatCount = { missing: 0, gaps: 0, doubles: 0, reordered: 0, resets: 0 };
  received = 0;

  constructor(rooms: readonly string[]) {
    for (const room of rooms) this.#seen.set(room, new Set());
  }

  take({ roomId, seq }: Pick<Heard, "roomId" | "seq">): void {
    const seen = this.#seen.get(roomId) ?? new Set();
    this.#seen.set(roomId, seen);
    this.received += 1;
    if (seen.has(seq)) {
      this.count.doubles += 1;
      return;
    }
    seen.add(seq);
    const last = this.#last.get(roomId) ?? 0;
    if (seq < last) this.count.reordered += 1;
    else if (seq > last + 1) this.count.gaps += seq - last - 1;
    this.#last.set(roomId, Math.max(last, seq));
  }

  /** Whether everything up to these numbers has come. */
  has(expected: ReadonlyMap<string, number>): boolean {
    return [...this.#seen].every(([room, seen]) => seen.size >= (expected.get(room) ?? 0));
  }

  /** Counts what never came. */
  finish(expected: ReadonlyMap<string, number>): void {
    for (const [room, seen] of this.#seen) {
      for (let seq = 1; seq <= (expected.get(room) ?? 0); seq += 1) {
        if (!seen.has(seq)) this.count.missing += 1;
      }
    }
  }
}

/** Sums what went wrong over readers. */
export function totalOf(readers: readonly Reader[]): ChatCount {
  const total: ChatCount = { missing: 0, gaps: 0, doubles: 0, reordered: 0, resets: 0 };
  for (const { count } of readers) {
    for (const key of Object.keys(total) as (keyof ChatCount)[]) total[key] += count[key];
  }
  return total;
}

/** The value below which a share of the values lies; sorts them. */
export function percentile(values: number[], share: number): number {
  values.sort((a, b) => a - b);
  return values[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
}
