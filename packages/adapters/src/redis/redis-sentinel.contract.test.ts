import { randomUUID } from "node:crypto";
import type { RedisWithSentinel } from "@oto/testing/services";
import { startRedisWithSentinel } from "@oto/testing/services";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { RedisCache } from "../cache/redis-cache.adapter";
import { RedisPubSub } from "../pub-sub/redis-pub-sub.adapter";
import type { RateLimitPolicy } from "../rate-limit/rate-limit.port";
import { createRedisRateLimiter } from "../rate-limit/redis-rate-limiter.adapter";
import type { TestRedis } from "./test-redis.fixture";
import { onRedis, testRedisOn } from "./test-redis.fixture";

const PATIENCE = { timeout: 15_000, interval: 50 };
const ATTEMPTS: RateLimitPolicy = {
  name: "sentinel",
  points: 1,
  windowS: 60,
  kind: "attempt",
  onFailure: "closed",
};

onRedis(() => {
  let redis: TestRedis<RedisWithSentinel>;
  beforeAll(async () => {
    redis = testRedisOn(await startRedisWithSentinel());
  });
  afterAll(async () => {
    await redis.close();
  });

  it("follows the master that the sentinels name, when the old one dies", async () => {
    const [one, two] = await Promise.all([redis.open(), redis.open()]);
    const cache = new RedisCache({ redis: one });
    const limiter = createRedisRateLimiter({ redis: one });
    const [pubSub, sender] = [new RedisPubSub(two), new RedisPubSub(one)];
    const heard: unknown[] = [];
    const returned = vi.fn();
    await pubSub.subscribe("news", (message) => heard.push(message));
    pubSub.onReconnected(returned);
    const options = { ttlMs: 60_000, tags: ["lot"] };
    await cache.getOrLoad("lot", options, async () => 1);
    expect((await limiter.consume(ATTEMPTS, "a")).allowed).toBe(true);
    await sender.publish("news", "before");
    await vi.waitFor(() => expect(heard).toEqual(["before"]), PATIENCE);

    const failingOver = redis.server.failOver();
    await failingOver;
    await vi.waitFor(() => one.check(), PATIENCE);
    await vi.waitFor(() => two.check(), PATIENCE);

    // What the old master acknowledged and the new one knows still counts; both are written to.
    expect(await limiter.consume(ATTEMPTS, "a")).toMatchObject({ allowed: false, degraded: false });
    await cache.invalidateTags(["lot"]);
    expect(await cache.getOrLoad("lot", options, async () => 2)).toBe(2);
    await vi.waitFor(() => expect(returned).toHaveBeenCalled(), PATIENCE);
    const after = randomUUID();
    await sender.publish("news", after);
    await vi.waitFor(() => expect(heard).toContain(after), PATIENCE);
  }, 60_000);
});
