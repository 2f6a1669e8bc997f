import type { Connections } from "../connections";
import type { Lsn } from "./lsn";
import type { RecentWrites } from "./recent-writes";
import type { ReplicaMonitor, ReplicaStatus } from "./replica-monitor";

/** What a read is for. All but `fresh` may be served by a replica that is up to date enough. */
export type ReadIntent = "fresh" | "list" | "report" | "search" | "public";

/** Why a read went where it went. */
export type ReadSide =
  | "replica"
  | "primary-behind"
  | "primary-lagging"
  | "primary-away"
  | "primary-after-error";

export interface ReplicaView {
  readonly status: ReplicaStatus;
  /** How many routed reads went where, since the start. */
  readonly reads: Readonly<Record<ReadSide, number>>;
}

/** The replica has not replayed yet what this caller has seen. */
export class ReplicaBehind extends Error {
  constructor() {
    super("the replica is behind what the caller has seen");
    this.name = "ReplicaBehind";
  }
}

/** Runs a read on a server; throws `ReplicaBehind` when it has not replayed up to `atLeast`. */
export type RunRead<T> = (connections: Connections, atLeast: Lsn | undefined) => Promise<T>;

export interface ReadReplicaParts {
  readonly connections: Connections;
  readonly monitor: ReplicaMonitor;
  readonly recentWrites: RecentWrites;
}

/** Sends reads to the replica while it is there, within its lag bound and new enough. */
export class ReadReplica implements ReplicaView {
  readonly #parts: ReadReplicaParts;
  readonly reads: Record<ReadSide, number> = {
    replica: 0,
    "primary-behind": 0,
    "primary-lagging": 0,
    "primary-away": 0,
    "primary-after-error": 0,
  };

  constructor(parts: ReadReplicaParts) {
    this.#parts = parts;
  }

  get status(): ReplicaStatus {
    return this.#parts.monitor.status;
  }

  get recentWrites(): RecentWrites {
    return this.#parts.recentWrites;
  }

  /** Reads from the replica for these callers, or from the primary when it cannot serve them. */
  async read<T>(callers: readonly string[], primary: Connections, run: RunRead<T>): Promise<T> {
    const { monitor, recentWrites, connections } = this.#parts;
    const { state } = monitor.status;
    if (state !== "ok") {
      this.reads[state === "lagging" ? "primary-lagging" : "primary-away"] += 1;
      return run(primary, undefined);
    }
    const atLeast = await recentWrites.required(callers);
    try {
      const result = await unlessLost(run(connections, atLeast), monitor.lost);
      this.reads.replica += 1;
      return result;
    } catch (error) {
      // Whatever it was: a refusal may rest on old rows, and only the primary's word is final.
      this.reads[error instanceof ReplicaBehind ? "primary-behind" : "primary-after-error"] += 1;
      return run(primary, undefined);
    }
  }

  async close(): Promise<void> {
    await this.#parts.monitor.close();
    await this.#parts.connections.close();
  }
}

/** A server that stopped answering leaves its readers waiting; they need not wait for it. */
async function unlessLost<T>(work: Promise<T>, lost: AbortSignal): Promise<T> {
  let stop: (() => void) | undefined;
  const gone = new Promise<never>((_, reject) => {
    stop = () => reject(new Error("the replica went away"));
    lost.addEventListener("abort", stop);
  });
  try {
    return await Promise.race([work, gone]);
  } finally {
    if (stop) lost.removeEventListener("abort", stop);
    work.catch(() => undefined);
  }
}
