import type { RedisTopology } from "@oto/testing/services";
import { startRedisCluster } from "@oto/testing/services";
import { afterAll, beforeAll, expect, it } from "vitest";
import { cacheContract } from "../cache/cache.contract";
import { RedisCache } from "../cache/redis-cache.adapter";
import { oneTimeTicketContract } from "../one-time-ticket/one-time-ticket.contract";
import { RedisOneTimeTickets } from "../one-time-ticket/redis-one-time-tickets.adapter";
import { presenceContract } from "../presence/presence.contract";
import { RedisPresence } from "../presence/redis-presence.adapter";
import { pubSubContract } from "../pub-sub/pub-sub.contract";
import { RedisPubSub } from "../pub-sub/redis-pub-sub.adapter";
import { rateLimitContract } from "../rate-limit/rate-limit.contract";
import { createRedisRateLimiter } from "../rate-limit/redis-rate-limiter.adapter";
import { ListedRevocations } from "../revocation/listed-revocations.adapter";
import { RedisRevocationList } from "../revocation/redis-revocation-list";
import { revocationContract } from "../revocation/revocation.contract";
import type { TestRedis } from "./test-redis.fixture";
import { onRedis, testRedisOn } from "./test-redis.fixture";

/** Every suite once more where keys live on three servers. */
onRedis(() => {
  let redis: TestRedis<RedisTopology>;
  beforeAll(async () => {
    redis = testRedisOn(await startRedisCluster());
  });
  afterAll(async () => {
    await redis.close();
  });
  const cut = () => redis.cut();

  cacheContract("Redis Cluster", async () => ({
    connect: async () => new RedisCache({ redis: await redis.open() }),
    cut,
  }));
  pubSubContract("Redis Cluster", async () => ({
    connect: async () => new RedisPubSub(await redis.open()),
    cut,
  }));
  rateLimitContract("Redis Cluster", async () =>
    createRedisRateLimiter({ redis: await redis.open() }),
  );
  presenceContract("Redis Cluster", async () => ({
    connect: async (options) => new RedisPresence(await redis.open(), options),
  }));
  oneTimeTicketContract("Redis Cluster", async () => ({
    connect: async () => new RedisOneTimeTickets(await redis.open()),
    stored: async () => "",
  }));
  revocationContract("Redis Cluster", async () => ({
    async connect({ deaf } = { deaf: false }) {
      const connections = await redis.open();
      const pubSub = new RedisPubSub(connections);
      if (deaf) pubSub.subscribe = async () => async () => undefined;
      const list = new RedisRevocationList(connections);
      return new ListedRevocations({ list, pubSub, pollMs: 200 });
    },
    cut,
  }));

  it("is checked by a write", async () => {
    const connections = await redis.open();
    await connections.check();
    expect(await connections.client.get(connections.key("health"))).toBe("1");
  });
});
