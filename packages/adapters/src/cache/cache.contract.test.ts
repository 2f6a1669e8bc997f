import { afterAll, beforeAll } from "vitest";
import { ListeningConnection } from "../postgres/listening-connection";
import type { TestPool } from "../postgres/test-pool.fixture";
import { openTestPool } from "../postgres/test-pool.fixture";
import { PostgresPubSub } from "../pub-sub/postgres-pub-sub.adapter";
import { cacheContract } from "./cache.contract";
import { MemoryCache } from "./memory-cache.adapter";

let database: TestPool;

beforeAll(async () => {
  database = await openTestPool();
});
afterAll(async () => {
  await database.close();
});

cacheContract("memory, invalidated over PostgreSQL", async () => ({
  async connect() {
    const connection = new ListeningConnection({ pool: database.pool, retryMs: 20 });
    const pubSub = new PostgresPubSub({ pool: database.pool, connection });
    const cache = new MemoryCache({ pubSub });
    const close = cache.close.bind(cache);
    cache.close = async () => {
      await close();
      await pubSub.close();
      await connection.close();
    };
    return cache;
  },
  cut: () => database.cut(),
}));
