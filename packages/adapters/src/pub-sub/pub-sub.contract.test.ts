import { afterAll, beforeAll } from "vitest";
import { ListeningConnection } from "../postgres/listening-connection";
import type { TestPool } from "../postgres/test-pool.fixture";
import { openTestPool } from "../postgres/test-pool.fixture";
import type { TestRedis } from "../redis/test-redis.fixture";
import { onRedis, startTestRedis } from "../redis/test-redis.fixture";
import { PostgresPubSub } from "./postgres-pub-sub.adapter";
import { pubSubContract } from "./pub-sub.contract";
import { RedisPubSub } from "./redis-pub-sub.adapter";

let database: TestPool;

beforeAll(async () => {
  database = await openTestPool();
});
afterAll(async () => {
  await database.close();
});

pubSubContract("PostgreSQL", async () => ({
  async connect() {
    const connection = new ListeningConnection({ pool: database.pool, retryMs: 20 });
    const pubSub = new PostgresPubSub({ pool: database.pool, connection });
    const close = pubSub.close.bind(pubSub);
    pubSub.close = async () => {
      await close();
      await connection.close();
    };
    return pubSub;
  },
  cut: () => database.cut(),
}));

onRedis(() => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startTestRedis();
  });
  afterAll(async () => {
    await redis.close();
  });
  pubSubContract("Redis", async () => ({
    connect: async () => new RedisPubSub(await redis.open()),
    cut: () => redis.cut(),
  }));
});
