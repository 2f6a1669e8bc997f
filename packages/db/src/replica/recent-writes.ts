import { setTimeout as sleep } from "node:timers/promises";
import type { Lsn } from "./lsn";
import { laterLsn, lsnValue } from "./lsn";

/** Where the processes of an installation share small values for a while; it may forget any time. */
export interface SharedMemory {
  get<Value>(key: string): Promise<Value | undefined>;
  set(key: string, value: unknown, options: { ttlMs: number }): Promise<void>;
}

export interface RecentWritesOptions {
  /** The primary's place in the log now. */
  readonly primaryLsn: () => Promise<Lsn>;
  /** Milliseconds after which a replica within its lag bound has replayed any write. */
  readonly ttlMs: number;
}

const MARK = "replica:recent-writes-known-since";
const RETRY_MS = 200;
const keyOf = (caller: string) => `replica:wrote:${caller}`;

/**
 * Who wrote up to where in the log, so that a replica serves callers only what is at least as new
 * as what they wrote or were shown. Shared by all processes through a memory that may forget: a
 * mark in it tells "nobody wrote" from "forgotten", and while it is missing or the memory is away
 * the primary is asked for its place, which is never wrong and only less kind to the primary.
 */
export class RecentWrites {
  readonly #options: RecentWritesOptions;
  #memory: SharedMemory | undefined;
  /** What could not be shared, until it can be. */
  readonly #unshared = new Map<string, Lsn>();

  constructor(options: RecentWritesOptions) {
    this.#options = options;
  }

  /** Without a shared memory every routed read asks the primary for its place first. */
  shareThrough(memory: SharedMemory): void {
    this.#memory = memory;
  }

  /** The callers have written, or were shown, what the primary holds now. */
  async remember(callers: readonly string[]): Promise<void> {
    const memory = this.#memory;
    if (!memory || callers.length === 0) return;
    const lsn = await this.#options.primaryLsn();
    await Promise.all(callers.map((caller) => this.#share(memory, caller, lsn)));
  }

  /** The place a replica must have reached to serve these callers; undefined when any will do. */
  async required(callers: readonly string[]): Promise<Lsn | undefined> {
    if (callers.length === 0) return undefined;
    try {
      if (!this.#memory || this.#unshared.size > 0) return await this.#options.primaryLsn();
      const memory = this.#memory;
      const [mark, ...wrote] = await Promise.all(
        [MARK, ...callers.map(keyOf)].map((key) => memory.get<Lsn>(key)),
      );
      if (mark === undefined) return await this.#startOver(memory);
      return wrote.reduce<Lsn | undefined>(laterLsn, mark);
    } catch {
      return this.#options.primaryLsn();
    }
  }

  /** After the memory forgot, everything until now counts as written by everybody. */
  async #startOver(memory: SharedMemory): Promise<Lsn> {
    const lsn = await this.#options.primaryLsn();
    // Outlives what it vouches for; renewed by whoever misses it.
    await memory.set(MARK, lsn, { ttlMs: 24 * 3_600_000 });
    return lsn;
  }

  async #share(memory: SharedMemory, caller: string, lsn: Lsn): Promise<void> {
    if (await this.#stored(memory, caller, lsn)) return;
    const waiting = this.#unshared.has(caller);
    this.#unshared.set(caller, laterLsn(this.#unshared.get(caller), lsn) ?? lsn);
    if (!waiting) void this.#shareLater(memory, caller);
  }

  async #shareLater(memory: SharedMemory, caller: string): Promise<void> {
    const end = performance.now() + this.#options.ttlMs;
    while (performance.now() < end) {
      await sleep(RETRY_MS, undefined, { ref: false });
      const lsn = this.#unshared.get(caller);
      if (lsn === undefined || (await this.#stored(memory, caller, lsn))) break;
    }
    this.#unshared.delete(caller);
  }

  /** Written and read back: a memory that is away may swallow what it is given. */
  async #stored(memory: SharedMemory, caller: string, lsn: Lsn): Promise<boolean> {
    const key = keyOf(caller);
    const isThere = (known: Lsn | undefined) =>
      known !== undefined && lsnValue(known) >= lsnValue(lsn);
    try {
      if (isThere(await memory.get<Lsn>(key))) return true;
      await memory.set(key, lsn, { ttlMs: this.#options.ttlMs });
      return isThere(await memory.get<Lsn>(key));
    } catch {
      return false;
    }
  }
}
