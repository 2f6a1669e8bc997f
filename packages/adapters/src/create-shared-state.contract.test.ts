import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { OpenSharedState } from "./create-shared-state";
import { createSharedState } from "./create-shared-state";
import { adaptersEnv } from "./env";
import { ListeningConnection } from "./postgres/listening-connection";
import type { TestPool } from "./postgres/test-pool.fixture";
import { openTestPool } from "./postgres/test-pool.fixture";
import type { RateLimitPolicy } from "./rate-limit/rate-limit.port";
import type { TestRedis } from "./redis/test-redis.fixture";
import { onRedis, startTestRedis } from "./redis/test-redis.fixture";

const PATIENCE = { timeout: 10_000, interval: 20 };
const MINUTE = { ttlMs: 60_000, tags: ["everything"] };

let database: TestPool;
let connection: ListeningConnection;

beforeAll(async () => {
  database = await openTestPool();
  connection = new ListeningConnection({ pool: database.pool });
});
afterAll(async () => {
  await connection.close();
  await database.close();
});

const policy = (onFailure: "open" | "closed"): RateLimitPolicy => ({
  name: `shared-${randomUUID()}`,
  points: 1,
  windowS: 60,
  kind: onFailure === "open" ? "request" : "attempt",
  onFailure,
});

function open(redisUrl = ""): Promise<OpenSharedState> {
  const source = { OTO_SECRET: "0123456789abcdef0123456789abcdef", REDIS_URL: redisUrl };
  return createSharedState(adaptersEnv.parse(source), { pool: database.pool, connection });
}

/** Uses every part once. */
async function assertWorks(one: OpenSharedState, two: OpenSharedState): Promise<void> {
  const key = randomUUID();
  expect(await one.cache.getOrLoad(key, MINUTE, async () => 1)).toBe(1);
  expect((await one.rateLimiter.consume(policy("closed"), key)).degraded).toBe(false);
  const holder = { userId: randomUUID(), sessionId: randomUUID() };
  const ticket = await one.tickets.issue(holder, new Date(Date.now() + 30_000));
  expect(await two.tickets.redeem(ticket)).toMatchObject(holder);
  const galleryId = randomUUID();
  await one.presence.beat([{ galleryId, userId: holder.userId, connectionId: key }]);
  expect(await two.presence.ofGallery(galleryId)).toMatchObject([{ online: true }]);
  for (const check of Object.values(one.degradable)) await check();
}

describe("what processes share", () => {
  it("works without Redis", async () => {
    const [one, two] = await Promise.all([open(), open()]);
    expect(Object.keys(one.degradable)).toEqual([]);
    await assertWorks(one, two);
    await Promise.all([one.close(), two.close()]);
  });

  onRedis(() => {
    let redis: TestRedis;
    beforeAll(async () => {
      redis = await startTestRedis();
    });
    afterAll(async () => {
      await redis.close();
    });

    it("survives kill -9, restart and flush of Redis, and comes back without a hand", async () => {
      const [one, two] = await Promise.all([open(redis.server.url), open(redis.server.url)]);
      const heard: unknown[] = [];
      await two.pubSub.subscribe("live", (message) => heard.push(message));
      const revoked = vi.fn();
      await two.revocations.follow({ onRevoked: revoked });
      await assertWorks(one, two);

      await redis.server.kill();
      const started = performance.now();
      expect(await one.cache.getOrLoad("away", MINUTE, async () => "read")).toBe("read");
      expect(await one.rateLimiter.consume(policy("open"), "a")).toMatchObject({
        allowed: true,
        degraded: true,
      });
      expect(await one.rateLimiter.consume(policy("closed"), "a")).toMatchObject({
        allowed: false,
        degraded: true,
      });
      await one.revocations.revoke([{ kind: "session", id: "s1" }]);
      await expect(one.degradable.redis?.()).rejects.toThrow();
      await expect(one.pubSub.publish("live", 1)).rejects.toThrow();
      expect(performance.now() - started).toBeLessThan(2_000);

      await redis.server.restart();
      await vi.waitFor(() => assertWorks(one, two), PATIENCE);
      await vi.waitFor(async () => {
        await one.pubSub.publish("live", "back");
        expect(heard).toContain("back");
      }, PATIENCE);
      await vi.waitFor(
        () => expect(revoked).toHaveBeenCalledWith({ kind: "session", id: "s1" }),
        PATIENCE,
      );

      await redis.server.send("flushall");
      await redis.server.send("script flush");
      await assertWorks(one, two);
      await Promise.all([one.close(), two.close()]);
      await vi.waitFor(async () => {
        expect((await redis.server.send("client list")).match(/^id=/gm) ?? []).toHaveLength(1);
      }, PATIENCE);
    });

    it("starts without Redis and finds it later", async () => {
      await redis.server.kill();
      const [one, two] = await Promise.all([open(redis.server.url), open(redis.server.url)]);
      expect(await one.cache.getOrLoad("early", MINUTE, async () => 1)).toBe(1);
      await redis.server.restart();
      await vi.waitFor(() => assertWorks(one, two), PATIENCE);
      await Promise.all([one.close(), two.close()]);
    });
  });
});
