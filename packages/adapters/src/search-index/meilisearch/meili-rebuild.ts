import type { EnqueuedTask } from "meilisearch";
import type { Pool } from "pg";
import { inTransaction } from "../../postgres/transaction";
import type { RebuildOptions } from "../search-index.port";
import { meiliDocument } from "./meili-document";
import type { MeiliServer } from "./meili-server";
import {
  beginRebuild,
  endRebuild,
  lockRebuildState,
  noteRebuilt,
  readRebuildState,
} from "./rebuild-journal";
import { findDrift } from "./reconciliation";
import { lockListings } from "./search-changes";
import type { SearchFollower } from "./search-follower";

const CHUNK = 500;
/** Chunks that the server may have before it, so that it is never idle. */
const AHEAD = 3;
/** Key of the advisory lock: one rebuild at a time. */
const REBUILD_LOCK = 4_711_002;

export interface RebuildParts {
  readonly pool: Pool;
  readonly server: MeiliServer;
  readonly follower: SearchFollower;
  readonly indexUid: string;
}

interface Chunk {
  readonly task: EnqueuedTask;
  readonly lastId: string;
  readonly size: number;
}

/** Fills a new index beside the one that serves, from the rows in PostgreSQL, and swaps the two. */
export class MeiliRebuild {
  readonly #parts: RebuildParts;

  constructor(parts: RebuildParts) {
    this.#parts = parts;
  }

  /** @throws Error while another process does the same */
  async run(options: RebuildOptions): Promise<void> {
    const client = await this.#parts.pool.connect();
    try {
      const { rows } = await client.query<{ free: boolean }>(
        "SELECT pg_try_advisory_lock($1) AS free",
        [REBUILD_LOCK],
      );
      if (!rows[0]?.free) throw new Error("the search index is being rebuilt already");
      await this.#build(options);
      await client.query("SELECT pg_advisory_unlock($1)", [REBUILD_LOCK]);
      client.release();
    } catch (error) {
      // The connection goes, and the lock with it.
      client.release(true);
      throw error;
    }
  }

  async #build(options: RebuildOptions): Promise<void> {
    const uid = await this.#open();
    await this.#fill(uid, options);
    if (options.signal?.aborted) return;
    await this.#complete(uid);
    await this.#swap(uid);
    await this.#deleteOthers();
  }

  /** The index being built: that of an interrupted rebuild, or a new one. */
  async #open(): Promise<string> {
    const { pool, server, follower } = this.#parts;
    const state = await readRebuildState(pool);
    if (state.isRunning) {
      const uid = follower.buildUid(state.number);
      if (!(await server.ensureIndex(uid))) return uid;
      // The server lost it: what was done is gone.
      await beginRebuild(pool, state.number);
      return uid;
    }
    const uid = follower.buildUid(state.number + 1);
    // It must be there, empty and with its settings, before the first change is sent to it.
    await server.deleteIndex(uid);
    await server.ensureIndex(uid);
    await beginRebuild(pool, state.number + 1);
    return uid;
  }

  async #fill(uid: string, { onProgress, signal }: RebuildOptions): Promise<void> {
    const { pool, server } = this.#parts;
    const state = await readRebuildState(pool);
    const { rows } = await pool.query<{ count: string }>(
      "SELECT count(*) AS count FROM search_listing",
    );
    const total = Number(rows[0]?.count ?? 0);
    let { afterId, done } = state;
    const ahead: Chunk[] = [];
    const settleOne = async () => {
      const chunk = ahead.shift();
      if (!chunk) return;
      await server.settled(chunk.task);
      done += chunk.size;
      await noteRebuilt(pool, chunk.lastId, done);
      onProgress?.(done, Math.max(total, done));
    };
    for (;;) {
      const chunk = signal?.aborted ? null : await this.#enqueue(uid, afterId);
      if (!chunk) break;
      ahead.push(chunk);
      afterId = chunk.lastId;
      if (ahead.length >= AHEAD) await settleOne();
    }
    while (ahead.length > 0) await settleOne();
  }

  /** The lock keeps a change of one of these listings behind the chunk in the server's queue. */
  #enqueue(uid: string, afterId: string | null): Promise<Chunk | null> {
    const { pool, server } = this.#parts;
    return inTransaction(pool, async (client) => {
      const listings = await lockListings(client, { afterId, limit: CHUNK });
      const lastId = listings.at(-1)?.vehicleId;
      if (!lastId) return null;
      const documents = listings.flatMap(({ doc, seq }) => (doc ? [meiliDocument(doc, seq)] : []));
      return { task: await server.put(uid, documents), lastId, size: listings.length };
    });
  }

  /** What a crash may have left out is found by comparing, and sent to both indexes. */
  async #complete(uid: string): Promise<void> {
    const { pool, server, follower } = this.#parts;
    await findDrift(pool, server, { uid });
    await follower.drain();
  }

  /** Changes wait for the swap: before it they go to both indexes, after it to the new one. */
  async #swap(uid: string): Promise<void> {
    const { pool, server, indexUid } = this.#parts;
    await inTransaction(pool, async (client) => {
      await lockRebuildState(client);
      // A crash after the swap and before its note: what carries the name is newer already.
      const made = new Map((await server.indexes()).map((each) => [each.uid, each.createdAt]));
      const [serving, built] = [made.get(indexUid), made.get(uid)];
      if (!serving) await server.ensureIndex(indexUid);
      if (!serving || !built || Date.parse(serving) <= Date.parse(built)) {
        await server.swap(indexUid, uid);
      }
      await endRebuild(client);
    });
  }

  async #deleteOthers(): Promise<void> {
    const { server, indexUid } = this.#parts;
    const name = new RegExp(`^${indexUid}_v\\d+$`);
    for (const { uid } of await server.indexes()) {
      if (name.test(uid)) await server.deleteIndex(uid);
    }
  }
}
