import type { EnqueuedTask } from "meilisearch";
import type { Pool, PoolClient } from "pg";
import { inTransaction } from "../../postgres/transaction";
import { meiliDocument } from "./meili-document";
import type { MeiliServer } from "./meili-server";
import { holdRebuildState } from "./rebuild-journal";
import type { PendingChange } from "./search-changes";
import { confirm, lockOldestPending, lockPending } from "./search-changes";

/** Changes in one task. */
const BATCH = 500;
/** How long a change waits for others to go with it. */
const GATHER_MS = 5;

export interface FollowerOptions {
  readonly pool: Pool;
  readonly server: MeiliServer;
  readonly indexUid: string;
}

interface Waiting {
  readonly ids: Set<string>;
  readonly sent: Promise<void>;
}

/**
 * Sends what PostgreSQL has accepted to the server, in the same order: a listing stays locked from
 * when its present state is read until the server has queued it, and the server works its queue off
 * in order. So the newest state is always the last to arrive, whoever sends it.
 */
export class SearchFollower {
  readonly #pool: Pool;
  readonly #server: MeiliServer;
  readonly #indexUid: string;
  #gathering: Waiting | null = null;

  constructor({ pool, server, indexUid }: FollowerOptions) {
    this.#pool = pool;
    this.#server = server;
    this.#indexUid = indexUid;
  }

  /** Name of an index that is being built. */
  buildUid(number: number): string {
    return `${this.#indexUid}_v${number}`;
  }

  /**
   * Resolves once the server has what is pending of these vehicles. Calls of the same moment share
   * a batch.
   * @throws when the server is away or a task fails; what was not confirmed stays pending
   */
  async send(ids: readonly string[]): Promise<void> {
    const batches: Promise<void>[] = [];
    for (let at = 0; at < ids.length; at += BATCH) {
      batches.push(this.#gather(ids.slice(at, at + BATCH)));
    }
    await Promise.all(batches);
  }

  #gather(ids: readonly string[]): Promise<void> {
    const open = this.#gathering;
    if (open && open.ids.size + ids.length <= BATCH) {
      for (const id of ids) open.ids.add(id);
      return open.sent;
    }
    const gathered = new Set(ids);
    const sent = new Promise<void>((resolve, reject) => {
      setTimeout(() => {
        if (this.#gathering?.ids === gathered) this.#gathering = null;
        this.#sendBatch((client) => lockPending(client, [...gathered])).then(
          () => resolve(),
          reject,
        );
      }, GATHER_MS);
    });
    this.#gathering = { ids: gathered, sent };
    return sent;
  }

  /**
   * Sends what is pending, the oldest first, until nothing is left that another process is not
   * already sending.
   */
  async drain(signal?: AbortSignal): Promise<void> {
    for (let sent = BATCH; sent === BATCH && !signal?.aborted; ) {
      sent = await this.#sendBatch((client) => lockOldestPending(client, BATCH));
    }
  }

  async #sendBatch(lock: (client: PoolClient) => Promise<PendingChange[]>): Promise<number> {
    const { changes, tasks } = await inTransaction(this.#pool, async (client) => {
      const { isRunning, number } = await holdRebuildState(client);
      const changes = await lock(client);
      const targets = isRunning ? [this.#indexUid, this.buildUid(number)] : [this.#indexUid];
      const tasks: EnqueuedTask[] = [];
      for (const uid of targets) tasks.push(...(await this.#enqueue(uid, changes)));
      return { changes, tasks };
    });
    for (const task of tasks) await this.#server.settled(task);
    await confirm(this.#pool, changes);
    return changes.length;
  }

  async #enqueue(uid: string, changes: readonly PendingChange[]): Promise<EnqueuedTask[]> {
    const documents = changes.flatMap(({ doc, seq }) => (doc ? [meiliDocument(doc, seq)] : []));
    const gone = changes.flatMap(({ doc, vehicleId }) => (doc ? [] : [vehicleId]));
    const tasks: EnqueuedTask[] = [];
    if (documents.length > 0) tasks.push(await this.#server.put(uid, documents));
    if (gone.length > 0) tasks.push(await this.#server.remove(uid, gone));
    return tasks;
  }
}
