import pg from "pg";
import { PrismaClient } from "./generated/client";
import { TransactionPg } from "./transaction-pg";

const ROLES = { gallery: "oto_app", system: "oto_system" } as const;

export interface ConnectionOptions {
  url: string;
  /** Connections per role. */
  poolSize?: number | undefined;
  /** Milliseconds to wait for a connection. */
  connectTimeoutMs: number;
  /** Called with errors of idle connections (a stopped server); they are replaced on next use. */
  onIdleError?: ((error: Error) => void) | undefined;
}

/** How a process's connections to one server are in use, over both roles. */
export interface ConnectionUse {
  readonly busy: number;
  readonly idle: number;
  /** Callers that wait for a connection. */
  readonly waiting: number;
}

/** One server, under the two roles of the platform. */
export interface Connections {
  readonly gallery: PrismaClient;
  readonly system: PrismaClient;
  /** The same roles without the client, for statements that are written down. */
  readonly galleryPool: pg.Pool;
  readonly systemPool: pg.Pool;
  use(): ConnectionUse;
  close(): Promise<void>;
}

function createPool(options: ConnectionOptions, role: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.poolSize ?? 10,
    // Instants are written without a zone: a server that lives in another one must not move them.
    options: `-c role=${role} -c timezone=UTC`,
    application_name: `kontak-${role}`,
    connectionTimeoutMillis: options.connectTimeoutMs,
  });
  pool.on("error", (error) => options.onIdleError?.(error));
  return pool;
}

const clientOn = (pool: pg.Pool) => new PrismaClient({ adapter: new TransactionPg(pool) });

/** Opens a server under both roles, neither of which owns a table or bypasses row-level security. */
export function openConnections(options: ConnectionOptions): Connections {
  const pools = {
    gallery: createPool(options, ROLES.gallery),
    system: createPool(options, ROLES.system),
  };
  const gallery = clientOn(pools.gallery);
  const system = clientOn(pools.system);
  return {
    gallery,
    system,
    galleryPool: pools.gallery,
    systemPool: pools.system,
    use() {
      const both = Object.values(pools);
      const sum = (of: (pool: pg.Pool) => number) =>
        both.reduce((total, pool) => total + of(pool), 0);
      return {
        busy: sum(({ totalCount, idleCount }) => totalCount - idleCount),
        idle: sum(({ idleCount }) => idleCount),
        waiting: sum(({ waitingCount }) => waitingCount),
      };
    },
    async close() {
      await Promise.all([gallery.$disconnect(), system.$disconnect()]);
      await Promise.all([pools.gallery.end(), pools.system.end()]);
    },
  };
}
