import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import type { Prisma } from "./generated/client";
import { PrismaClient } from "./generated/client";
import type { Scope } from "./scope";
import { scopeToGallery } from "./scope";

declare const inTransaction: unique symbol;

/**
 * A client inside a transaction whose scope is set. Branded, so that what must commit together
 * with a change (`publish`, audit) cannot be handed a client outside of one.
 */
export type Tx = Prisma.TransactionClient & { readonly [inTransaction]: true };

/** The database as one scope sees it. */
export interface Db {
  readonly scope: Scope;
  /** Runs reads in one snapshot-consistent, scoped transaction. */
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Runs a change in one scoped transaction: all of it commits, or nothing does. */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
}

export interface Database {
  /** The rows of one gallery, and what is shared with it. */
  forGallery(galleryId: string): Db;
  /** Rows of all galleries. The reason stands beside every use and in review. */
  unsafeSystem(reason: string): Db;
  /** Plain pool under the system role, for the adapters that bring their own tables. */
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  url: string;
  /** Connections per role. */
  poolSize?: number;
  /** Called with errors of idle connections (a stopped server); they are replaced on next use. */
  onIdleError?: (error: Error) => void;
}

const ROLES = { gallery: "oto_app", system: "oto_system" } as const;
const TIMEOUTS = { maxWait: 10_000, timeout: 20_000 };

function createPool(options: DatabaseOptions, role: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.poolSize ?? 10,
    options: `-c role=${role}`,
    application_name: `kontak-${role}`,
    connectionTimeoutMillis: 10_000,
  });
  pool.on("error", (error) => options.onIdleError?.(error));
  return pool;
}

const clientOn = (pool: pg.Pool) =>
  new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: false }) });

/**
 * Opens the database under the two roles of the platform, neither of which owns a table or
 * bypasses row-level security.
 */
export function openDatabase(options: DatabaseOptions): Database {
  const pools = {
    gallery: createPool(options, ROLES.gallery),
    system: createPool(options, ROLES.system),
  };
  const gallery = clientOn(pools.gallery);
  const system = clientOn(pools.system);

  return {
    forGallery(galleryId) {
      const scoped = gallery.$extends(scopeToGallery(galleryId));
      const run = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
        scoped.$transaction(async (tx) => {
          // Local to the transaction: the setting cannot outlive it on a pooled connection.
          await tx.$executeRaw`select set_config('app.gallery_id', ${galleryId}, true)`;
          // cast: the brand says what is true here, inside a scoped transaction.
          return work(tx as unknown as Tx);
        }, TIMEOUTS);
      return { scope: { kind: "gallery", galleryId }, read: run, write: run };
    },
    unsafeSystem(reason) {
      const run = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
        // cast: the brand says what is true here, inside a transaction.
        system.$transaction((tx) => work(tx as unknown as Tx), TIMEOUTS);
      return { scope: { kind: "system", reason }, read: run, write: run };
    },
    pool: pools.system,
    async close() {
      await Promise.all([gallery.$disconnect(), system.$disconnect()]);
      await Promise.all([pools.gallery.end(), pools.system.end()]);
    },
  };
}
