import { afterAll, beforeAll } from "vitest";
import type { TestPool } from "../postgres/test-pool.fixture";
import { openTestPool } from "../postgres/test-pool.fixture";
import type { TestRedis } from "../redis/test-redis.fixture";
import { onRedis, startTestRedis } from "../redis/test-redis.fixture";
import { PostgresPresence } from "./postgres-presence.adapter";
import { presenceContract } from "./presence.contract";
import { RedisPresence } from "./redis-presence.adapter";

let database: TestPool;

beforeAll(async () => {
  database = await openTestPool();
});
afterAll(async () => {
  await database.close();
});

presenceContract("PostgreSQL", async () => ({
  connect: async (options) => new PostgresPresence(database.pool, options),
}));

onRedis(() => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startTestRedis();
  });
  afterAll(async () => {
    await redis.close();
  });
  presenceContract("Redis", async () => ({
    connect: async (options) => new RedisPresence(await redis.open(), options),
  }));
});
