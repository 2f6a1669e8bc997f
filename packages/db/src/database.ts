import type pg from "pg";
import { runAfterCommit } from "./after-commit";
import type { Connections, ConnectionUse } from "./connections";
import { openConnections } from "./connections";
import { markEffect } from "./effect-claim";
import type { Prisma } from "./generated/client";
import { queryAsGallery, querySystem } from "./query";
import type { ReadIntent, ReplicaView, RunRead } from "./replica/read-replica";
import { ReadReplica, ReplicaBehind } from "./replica/read-replica";
import type { SharedMemory } from "./replica/recent-writes";
import { RecentWrites } from "./replica/recent-writes";
import type { ReplicaStatus } from "./replica/replica-monitor";
import { ReplicaMonitor } from "./replica/replica-monitor";
import type { Scope } from "./scope";
import { scopeToGallery } from "./scope";
import { rememberTransaction } from "./statement";
import { withTransaction } from "./transaction-pg";

declare const inTransaction: unique symbol;

/**
 * A client inside a transaction whose scope is set. Branded, so that what must commit together
 * with a change (`publish`, audit) cannot be handed a client outside of one.
 */
export type Tx = Prisma.TransactionClient & { readonly [inTransaction]: true };

export interface ReadOptions {
  /** What the read is for (`fresh` unless said, which only the primary serves). */
  readonly intent?: ReadIntent;
}

/** The database as one scope sees it. */
export interface Db {
  readonly scope: Scope;
  /**
   * Runs reads in one scoped transaction. With an intent other than `fresh` a replica may serve
   * them; work must then be safe to run twice, since the primary takes over where it cannot.
   */
  read<T>(work: (tx: Tx) => Promise<T>, options?: ReadOptions): Promise<T>;
  /**
   * Runs one read as a prepared statement, past the client: what a hot read costs least. Its text
   * has to be constant. Rows are as `$queryRaw` gives them, with numerics as text.
   */
  query<Row extends pg.QueryResultRow>(
    statement: Prisma.Sql,
    options?: ReadOptions,
  ): Promise<Row[]>;
  /** Runs a change in one scoped transaction: all of it commits, or nothing does. */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
}

export interface Database {
  /** The rows of one gallery, and what is shared with it. */
  forGallery(galleryId: string): Db;
  /** Rows of all galleries. The reason stands beside every use and in review. */
  unsafeSystem(reason: string): Db;
  /**
   * The same database for one caller: whatever they write, every later read of theirs sees, also
   * one that a replica serves to another process.
   *
   * @param callers who is acting, e.g. `user:<id>` and `gallery:<id>`
   */
  onBehalfOf(callers: readonly string[]): Database;
  /** These callers were shown the state of now: no later read of theirs is older. */
  noteSeen(callers: readonly string[]): Promise<void>;
  /** Lets the processes of an installation know of one another's writes; no-op without replica. */
  shareWritesThrough(memory: SharedMemory): void;
  /** How the replica is doing; null when there is none. */
  readonly replica: ReplicaView | null;
  /** Plain pool under the system role, for the adapters that bring their own tables. */
  readonly pool: pg.Pool;
  /** How this process's connections to the primary are in use, over both roles. */
  connectionUse(): ConnectionUse;
  close(): Promise<void>;
}

export interface ReplicaOptions {
  url: string;
  /** Further behind than this many milliseconds it serves nobody. */
  maxLagMs: number;
  onChange?: (status: ReplicaStatus) => void;
}

export interface DatabaseOptions {
  url: string;
  /** Connections per role. */
  poolSize?: number;
  /** Called with errors of idle connections (a stopped server); they are replaced on next use. */
  onIdleError?: (error: Error) => void;
  replica?: ReplicaOptions | undefined;
}

const TIMEOUTS = { maxWait: 10_000, timeout: 20_000 };
const CONNECT_MS = { primary: 10_000, replica: 2_000 };
/** Beyond the lag bound: what a lost probe and a slow clock may add. */
const MARGIN_MS = 10_000;

interface Servers {
  readonly primary: Connections;
  readonly replica: ReadReplica | undefined;
}

async function assertReplayed(tx: Prisma.TransactionClient, lsn: string): Promise<void> {
  const [row] = await tx.$queryRaw<{ replayed: boolean | null }[]>`
    select pg_last_wal_replay_lsn() >= ${lsn}::pg_lsn as replayed`;
  if (row?.replayed !== true) throw new ReplicaBehind();
}

/** The client that keeps to one gallery, made once a server. */
function scopedClients(galleryId: string) {
  const scope = scopeToGallery(galleryId);
  const make = ({ gallery }: Connections) => gallery.$extends(scope);
  const made = new Map<Connections, ReturnType<typeof make>>();
  return (connections: Connections) => {
    const client = made.get(connections) ?? make(connections);
    made.set(connections, client);
    return client;
  };
}

/** Runs work under the role of galleries, with the gallery set for the transaction. */
function asGallery(galleryId: string): DbParts["runner"] {
  const clientOn = scopedClients(galleryId);
  return (work) => (connections, atLeast) =>
    withTransaction(galleryId, (open) =>
      clientOn(connections).$transaction(async (scoped) => {
        rememberTransaction(scoped, open);
        if (atLeast) await assertReplayed(scoped, atLeast);
        return work(scoped);
      }, TIMEOUTS),
    );
}

const asSystem =
  <T>(work: (tx: Tx) => Promise<T>): RunRead<T> =>
  (connections, atLeast) =>
    withTransaction(undefined, (open) =>
      connections.system.$transaction(async (tx) => {
        rememberTransaction(tx, open);
        if (atLeast) await assertReplayed(tx, atLeast);
        return work(tx);
      }, TIMEOUTS),
    );

interface DbParts {
  readonly scope: Scope;
  readonly callers: readonly string[];
  readonly runner: <T>(work: (tx: Tx) => Promise<T>) => RunRead<T>;
  readonly querier: <Row extends pg.QueryResultRow>(statement: Prisma.Sql) => RunRead<Row[]>;
}

function createDb({ primary, replica }: Servers, { scope, callers, querier, runner }: DbParts): Db {
  const route = <T>(run: RunRead<T>, { intent = "fresh" }: ReadOptions): Promise<T> =>
    intent === "fresh" || !replica ? run(primary, undefined) : replica.read(callers, primary, run);
  return {
    scope,
    read: (work, options = {}) => route(runner(work), options),
    query: (statement, options = {}) => route(querier(statement), options),
    async write(work) {
      let committed: Tx | undefined;
      const run = runner(async (tx) => {
        committed = tx;
        const result = await work(tx);
        await markEffect(tx);
        return result;
      });
      const result = await run(primary, undefined);
      await replica?.recentWrites.remember(callers);
      await runAfterCommit(committed);
      return result;
    },
  };
}

function openReplica(primary: Connections, options: DatabaseOptions): ReadReplica | undefined {
  const { replica, url, poolSize, onIdleError } = options;
  if (!replica) return undefined;
  const { maxLagMs, onChange } = replica;
  return new ReadReplica({
    connections: openConnections({
      url: replica.url,
      poolSize,
      onIdleError,
      connectTimeoutMs: CONNECT_MS.replica,
    }),
    monitor: new ReplicaMonitor({
      primaryUrl: url,
      replicaUrl: replica.url,
      maxLagMs,
      onChange,
    }),
    recentWrites: new RecentWrites({
      ttlMs: maxLagMs + MARGIN_MS,
      async primaryLsn() {
        const { rows } = await primary.systemPool.query<{ lsn: string }>(
          "select pg_current_wal_insert_lsn() as lsn",
        );
        return rows[0]?.lsn ?? "0/0";
      },
    }),
  });
}

/**
 * Opens the database under the two roles of the platform, neither of which owns a table or
 * bypasses row-level security, and its read replica under the same two.
 */
export function openDatabase(options: DatabaseOptions): Database {
  const { url, poolSize, onIdleError } = options;
  const primary = openConnections({
    url,
    poolSize,
    onIdleError,
    connectTimeoutMs: CONNECT_MS.primary,
  });
  const replica = openReplica(primary, options);
  const servers: Servers = { primary, replica };

  const forCallers = (callers: readonly string[]): Database => ({
    forGallery: (galleryId) =>
      createDb(servers, {
        scope: { kind: "gallery", galleryId },
        callers: [...new Set([...callers, `gallery:${galleryId}`])],
        runner: asGallery(galleryId),
        querier: queryAsGallery(galleryId),
      }),
    unsafeSystem: (reason) =>
      createDb(servers, {
        scope: { kind: "system", reason },
        callers,
        runner: asSystem,
        querier: querySystem,
      }),
    onBehalfOf: forCallers,
    noteSeen: async (seen) => replica?.recentWrites.remember(seen),
    shareWritesThrough: (memory) => replica?.recentWrites.shareThrough(memory),
    replica: replica ?? null,
    pool: primary.systemPool,
    connectionUse: () => primary.use(),
    async close() {
      await replica?.close();
      await primary.close();
    },
  });
  return forCallers([]);
}
