import { createTestDatabase } from "@oto/testing";
import { Pool } from "pg";
import { afterAll, beforeAll } from "vitest";
import { ListeningConnection } from "../postgres/listening-connection";
import { PostgresPubSub } from "../pub-sub/postgres-pub-sub.adapter";
import { cacheContract } from "./cache.contract";
import { MemoryCache } from "./memory-cache.adapter";

let pool: Pool;
let drop: () => Promise<void>;

beforeAll(async () => {
  const database = await createTestDatabase();
  drop = database.drop;
  pool = new Pool({ connectionString: database.url, max: 20 });
  pool.on("error", () => undefined);
});
afterAll(async () => {
  await pool.end();
  await drop();
});

cacheContract("memory, invalidated over PostgreSQL", async () => ({
  async connect() {
    const connection = new ListeningConnection({ pool, retryMs: 20 });
    const pubSub = new PostgresPubSub({ pool, connection });
    const cache = new MemoryCache({ pubSub });
    const close = cache.close.bind(cache);
    cache.close = async () => {
      await close();
      await pubSub.close();
      await connection.close();
    };
    return cache;
  },
  async cut() {
    await pool
      .query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND pid <> pg_backend_pid()`,
      )
      .catch(() => undefined);
  },
}));
