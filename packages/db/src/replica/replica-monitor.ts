import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { LagMeter } from "./lag-meter";
import type { Lsn } from "./lsn";

export type ReplicaState = "unknown" | "ok" | "lagging" | "away";

export interface ReplicaStatus {
  readonly state: ReplicaState;
  /** Milliseconds behind the primary at most; null while nobody knows. */
  readonly lagMs: number | null;
}

export interface MonitorOptions {
  readonly primaryUrl: string;
  readonly replicaUrl: string;
  /** Further behind than this many milliseconds it serves nobody. */
  readonly maxLagMs: number;
  readonly onChange?: ((status: ReplicaStatus) => void) | undefined;
}

const SLOWEST_PROBE_MS = 1_000;
const LONGEST_PAUSE_MS = 250;

/** A connection of its own for small questions, made again after it broke. */
class Probe {
  readonly #url: string;
  #client: pg.Client | undefined;

  constructor(url: string) {
    this.#url = url;
  }

  async ask(question: string): Promise<Lsn | null> {
    try {
      this.#client ??= await this.#connect();
      const { rows } = await this.#client.query<{ lsn: Lsn | null }>(question);
      return rows[0]?.lsn ?? null;
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.#url,
      options: "-c role=oto_system",
      application_name: "kontak-replica-monitor",
      connectionTimeoutMillis: SLOWEST_PROBE_MS,
      query_timeout: SLOWEST_PROBE_MS,
    });
    client.on("error", () => undefined);
    await client.connect();
    return client;
  }

  async close(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    // A server that does not answer any more would keep a polite goodbye waiting.
    await Promise.race([client?.end().catch(() => undefined), sleep(200)]);
  }
}

/** Watches a replica: whether it answers, and how far it is behind. */
export class ReplicaMonitor {
  readonly #options: MonitorOptions;
  readonly #primary: Probe;
  readonly #replica: Probe;
  readonly #meter = new LagMeter();
  readonly #stopping = new AbortController();
  #lost = new AbortController();
  #status: ReplicaStatus = { state: "unknown", lagMs: null };
  #watching: Promise<void>;

  constructor(options: MonitorOptions) {
    this.#options = options;
    this.#primary = new Probe(options.primaryUrl);
    this.#replica = new Probe(options.replicaUrl);
    this.#watching = this.#watch();
  }

  get status(): ReplicaStatus {
    return this.#status;
  }

  /** Ends when the replica goes away; a new one stands for its next life. */
  get lost(): AbortSignal {
    return this.#lost.signal;
  }

  /** Somebody's connection to it broke: it counts as away until it answers the next probe. */
  reportFailure(): void {
    this.#become({ state: "away", lagMs: this.#status.lagMs });
  }

  async close(): Promise<void> {
    this.#stopping.abort();
    await this.#watching;
    await Promise.all([this.#primary.close(), this.#replica.close()]);
  }

  #become(status: ReplicaStatus): void {
    const changed = status.state !== this.#status.state;
    this.#status = status;
    if (!changed) return;
    if (status.state === "away") {
      this.#lost.abort();
      this.#lost = new AbortController();
    }
    this.#options.onChange?.(status);
  }

  async #probe(): Promise<ReplicaStatus> {
    const askedAt = performance.now();
    const primary = this.#primary
      .ask("select pg_current_wal_flush_lsn() as lsn")
      .then((lsn) => lsn && this.#meter.primaryAt(askedAt, lsn))
      // Without the primary nothing is written, so the replica can miss nothing.
      .catch(() => undefined);
    await primary;
    const replayed = await this.#replica.ask("select pg_last_wal_replay_lsn() as lsn");
    // A server that replays nothing is no replica: reading from it could be reading anything.
    if (replayed === null) return { state: "away", lagMs: null };
    const lagMs = this.#meter.lagOf(replayed);
    if (lagMs === null) return { state: "unknown", lagMs };
    return { state: lagMs > this.#options.maxLagMs ? "lagging" : "ok", lagMs };
  }

  async #watch(): Promise<void> {
    const pause = Math.min(LONGEST_PAUSE_MS, this.#options.maxLagMs / 4);
    while (!this.#stopping.signal.aborted) {
      try {
        this.#become(await this.#probe());
      } catch {
        this.#become({ state: "away", lagMs: this.#status.lagMs });
      }
      await sleep(pause, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
    }
  }
}
