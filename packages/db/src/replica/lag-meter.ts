import type { Lsn } from "./lsn";
import { lsnValue } from "./lsn";

interface Sample {
  readonly at: number;
  readonly lsn: bigint;
}

/** Ten minutes of samples at four a second; more lag than that is only said to be at least it. */
const MOST_SAMPLES = 2_400;

/**
 * How far a replica is behind in time. The primary's place in the log is noted with the time; the
 * newest note that the replica has replayed says how old its state is at most. Nothing is written
 * for it, an idle primary counts as no lag, and a replica that lost its connection without knowing
 * counts as behind. While the primary is away its time stands still: nothing can be missed.
 */
export class LagMeter {
  readonly #samples: Sample[] = [];

  /** @param at milliseconds of a monotonic clock, before the primary was asked */
  primaryAt(at: number, lsn: Lsn): void {
    this.#samples.push({ at, lsn: lsnValue(lsn) });
    if (this.#samples.length > MOST_SAMPLES) this.#samples.shift();
  }

  /** Milliseconds that a replica at this place is behind at most; null before the first sample. */
  lagOf(replayed: Lsn): number | null {
    const place = lsnValue(replayed);
    const newest = this.#samples.at(-1);
    const oldest = this.#samples[0];
    if (!newest || !oldest) return null;
    const reached = this.#samples.findLast(({ lsn }) => lsn <= place) ?? oldest;
    return newest.at - reached.at;
  }
}
