import { DomainError } from "@oto/domain";
import type { Logger } from "@oto/observability";
import type { Pool } from "pg";
import { PostgresSearchIndex } from "../postgres-search-index.adapter";
import type {
  ListingDocument,
  ListingVersion,
  RebuildOptions,
  SearchIndex,
  SearchRequest,
  SearchResult,
  Suggestion,
  SuggestRequest,
} from "../search-index.port";
import { MeiliReader } from "./meili-reader";
import { MeiliRebuild } from "./meili-rebuild";
import { FailedTaskError, isMissing, isRefusal, MeiliServer } from "./meili-server";
import { readRebuildState } from "./rebuild-journal";
import { findDrift } from "./reconciliation";
import { countConfirmed, forgetConfirmations, hasPending } from "./search-changes";
import { SearchFollower } from "./search-follower";
import { ServerCircuit } from "./server-circuit";

/** Changes may wait this long before the server counts as lagging. */
const LAG_MS = 30_000;

export interface MeilisearchSearchIndexOptions {
  readonly pool: Pool;
  readonly url: string;
  readonly key?: string | undefined;
  readonly logger?: Logger | undefined;
  /** Milliseconds a search may take before PostgreSQL answers it; 2,000 unless given. */
  readonly searchTimeoutMs?: number | undefined;
  /** Name of the index that serves. */
  readonly indexUid?: string | undefined;
  /** Who answers while the server cannot; PostgreSQL unless given. */
  readonly standIn?: Pick<SearchIndex, "search" | "suggest"> | undefined;
}

/**
 * Search on Meilisearch. PostgreSQL takes every change first: its version gates decide what is
 * newer, its rows answer while the server is away, and what the server has not confirmed waits
 * there, also over a restart.
 */
export class MeilisearchSearchIndex implements SearchIndex {
  readonly #pool: Pool;
  readonly #indexUid: string;
  readonly #rows: PostgresSearchIndex;
  readonly #standIn: Pick<SearchIndex, "search" | "suggest">;
  readonly #server: MeiliServer;
  readonly #reader: MeiliReader;
  readonly #follower: SearchFollower;
  readonly #circuit: ServerCircuit;

  constructor(options: MeilisearchSearchIndexOptions) {
    const { pool, logger, indexUid = "listings" } = options;
    this.#pool = pool;
    this.#indexUid = indexUid;
    this.#rows = new PostgresSearchIndex({ pool });
    this.#standIn = options.standIn ?? this.#rows;
    this.#server = new MeiliServer(options);
    this.#reader = new MeiliReader(this.#server.searches, indexUid);
    this.#follower = new SearchFollower({ pool, server: this.#server, indexUid });
    this.#circuit = new ServerCircuit({
      logger,
      recover: (signal) => this.#recover(signal),
      watch: () => this.#watch(),
    });
  }

  /** Whether the server answers searches; else PostgreSQL does. */
  get isServing(): boolean {
    return this.#circuit.isClosed;
  }

  /** @throws Error that says why PostgreSQL answers */
  async check(): Promise<void> {
    if (!this.isServing) throw new Error(`PostgreSQL answers searches: ${this.#circuit.reason}`);
  }

  async upsert(documents: readonly ListingDocument[]): Promise<void> {
    await this.#rows.upsert(documents);
    await this.#send(documents);
  }

  async refresh(documents: readonly ListingDocument[]): Promise<void> {
    await this.#rows.refresh(documents);
    await this.#send(documents);
  }

  async remove(entries: readonly ListingVersion[]): Promise<void> {
    await this.#rows.remove(entries);
    await this.#send(entries);
  }

  /** While the server is away, changes stay pending in PostgreSQL; recovery sends them. */
  async #send(entries: readonly { readonly vehicleId: string }[]): Promise<void> {
    if (!this.isServing) return;
    try {
      await this.#follower.send(entries.map(({ vehicleId }) => vehicleId));
    } catch (error) {
      // The server is there and says no: the caller has to know, and tries again.
      if (isRefusal(error) || (error instanceof FailedTaskError && !isMissing(error))) throw error;
      this.#circuit.fail(error);
    }
  }

  search(request: SearchRequest): Promise<SearchResult> {
    return this.#ask(
      () => this.#reader.search(request),
      () => this.#standIn.search(request),
    );
  }

  suggest(request: SuggestRequest): Promise<readonly Suggestion[]> {
    return this.#ask(
      () => this.#reader.suggest(request),
      () => this.#standIn.suggest(request),
    );
  }

  async #ask<Result>(server: () => Promise<Result>, rows: () => Promise<Result>): Promise<Result> {
    if (!this.isServing) return rows();
    try {
      return await server();
    } catch (error) {
      if (error instanceof DomainError) throw error;
      // Also when it refuses: an index that lost its settings gets them back by recovering.
      this.#circuit.fail(error);
      return rows();
    }
  }

  get(vehicleIds: readonly string[]): Promise<readonly ListingDocument[]> {
    return this.#rows.get(vehicleIds);
  }

  versions(page: { readonly afterId?: string; readonly limit: number }) {
    return this.#rows.versions(page);
  }

  count(): Promise<number> {
    return this.#rows.count();
  }

  async clear(): Promise<void> {
    await this.#rows.clear();
    if (!this.isServing) return;
    const { isRunning, number } = await readRebuildState(this.#pool);
    await this.#server.removeAll(this.#indexUid);
    if (isRunning) await this.#server.removeAll(this.#follower.buildUid(number));
  }

  async reconcile(signal?: AbortSignal): Promise<number> {
    if (!this.isServing) return 0;
    const found = await findDrift(this.#pool, this.#server, { uid: this.#indexUid, signal });
    await this.#follower.drain(signal);
    return found;
  }

  async rebuild(options: RebuildOptions = {}): Promise<void> {
    const [pool, server, follower] = [this.#pool, this.#server, this.#follower];
    await new MeiliRebuild({ pool, server, follower, indexUid: this.#indexUid }).run(options);
  }

  async close(): Promise<void> {
    await this.#circuit.stop();
  }

  /** Nothing that was written while the server was away may be missing when it answers again. */
  async #recover(signal: AbortSignal): Promise<void> {
    await this.#server.ping();
    const isNew = await this.#server.ensureIndex(this.#indexUid);
    if (isNew) await forgetConfirmations(this.#pool);
    await this.#follower.drain(signal);
    if (!signal.aborted && !(await this.#hasWhatItConfirmed())) {
      await findDrift(this.#pool, this.#server, { uid: this.#indexUid, signal });
      await this.#follower.drain(signal);
    }
    if (await hasPending(this.#pool, LAG_MS)) {
      throw new Error("another process is still sending changes");
    }
  }

  /**
   * False for a server that came back with old data. Changes in flight make counts differ by as many
   * as are pending; less is left to reconciliation.
   */
  async #hasWhatItConfirmed(): Promise<boolean> {
    const found = await this.#server.count(this.#indexUid);
    const { confirmed, pending } = await countConfirmed(this.#pool);
    return Math.abs(found - confirmed) <= pending;
  }

  async #watch(): Promise<void> {
    if (await hasPending(this.#pool, LAG_MS)) {
      throw new Error(`changes wait for more than ${LAG_MS} ms`);
    }
  }
}
