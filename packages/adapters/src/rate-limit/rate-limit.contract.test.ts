import { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { TestPool } from "../postgres/test-pool.fixture";
import { openTestPool } from "../postgres/test-pool.fixture";
import type { TestRedis } from "../redis/test-redis.fixture";
import { onRedis, startTestRedis } from "../redis/test-redis.fixture";
import { createMemoryRateLimiter } from "./memory-rate-limiter.adapter";
import { createPostgresRateLimiter } from "./postgres-rate-limiter.adapter";
import { rateLimitContract } from "./rate-limit.contract";
import type { RateLimitPolicy } from "./rate-limit.port";
import { RateLimiterByKind } from "./rate-limiter-by-kind.adapter";
import { createRedisRateLimiter } from "./redis-rate-limiter.adapter";

let database: TestPool;

beforeAll(async () => {
  database = await openTestPool();
});
afterAll(async () => {
  await database.close();
});

rateLimitContract("memory", async () => createMemoryRateLimiter());
rateLimitContract("PostgreSQL", async () => createPostgresRateLimiter({ pool: database.pool }));
rateLimitContract(
  "single node",
  async () =>
    new RateLimiterByKind({
      requests: createMemoryRateLimiter(),
      attempts: createPostgresRateLimiter({ pool: database.pool }),
      limitRequests: false,
    }),
);

const ATTEMPTS: RateLimitPolicy = {
  name: "otp.guess",
  points: 1,
  windowS: 60,
  kind: "attempt",
  onFailure: "closed",
};

describe("rate limit: exceptions", () => {
  it("counts over processes and keeps no key in clear", async () => {
    const phone = "+905321234567";
    await createPostgresRateLimiter({ pool: database.pool }).consume(ATTEMPTS, phone);
    const again = await createPostgresRateLimiter({ pool: database.pool }).consume(ATTEMPTS, phone);
    expect(again.allowed).toBe(false);
    const { rows } = await database.pool.query<{ key: string }>(
      "SELECT key FROM rate_limit_window",
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { key } of rows) expect(key).not.toContain("5321234567");
  });

  it("fails as the policy says while the store is away", async () => {
    const away = new Pool({ connectionString: "postgres://nobody@127.0.0.1:1/none" });
    const limiter = createPostgresRateLimiter({ pool: away });
    expect(await limiter.consume(ATTEMPTS, "a")).toMatchObject({ allowed: false, degraded: true });
    const reads: RateLimitPolicy = { ...ATTEMPTS, name: "reads", onFailure: "open" };
    expect(await limiter.consume(reads, "a")).toMatchObject({ allowed: true, degraded: true });
    await away.end();
  });

  it("switches request limits off, attempts never", async () => {
    const limiter = new RateLimiterByKind({
      requests: createMemoryRateLimiter(),
      attempts: createMemoryRateLimiter(),
      limitRequests: false,
    });
    const requests: RateLimitPolicy = { ...ATTEMPTS, name: "search", kind: "request" };
    for (const policy of [requests, ATTEMPTS]) await limiter.consume(policy, "b");
    expect((await limiter.consume(requests, "b")).allowed).toBe(true);
    expect((await limiter.consume(ATTEMPTS, "b")).allowed).toBe(false);
  });
});

onRedis(() => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startTestRedis();
  });
  afterAll(async () => {
    await redis.close();
  });
  const connect = async () => createRedisRateLimiter({ redis: await redis.open() });
  rateLimitContract("Redis", connect);

  it("counts over processes and keeps no key in clear", async () => {
    const phone = "+905321234567";
    await (await connect()).consume(ATTEMPTS, phone);
    expect((await (await connect()).consume(ATTEMPTS, phone)).allowed).toBe(false);
    const keys = await (await redis.open()).client.keys("*");
    expect(keys.length).toBeGreaterThan(0);
    for (const key of keys) expect(key).not.toContain("5321234567");
  });

  it("fails as the policy says, fast, while Redis is away, and counts again after", async () => {
    const limiter = await connect();
    const reads: RateLimitPolicy = { ...ATTEMPTS, name: "reads", onFailure: "open" };
    await redis.server.kill();
    const started = performance.now();
    for (let i = 0; i < 20; i += 1) {
      expect(await limiter.consume(ATTEMPTS, "z")).toMatchObject({
        allowed: false,
        degraded: true,
      });
      expect(await limiter.consume(reads, "z")).toMatchObject({ allowed: true, degraded: true });
    }
    expect(performance.now() - started).toBeLessThan(1_500);
    await redis.server.restart();
    await vi.waitFor(
      async () => expect((await limiter.consume(ATTEMPTS, "y")).degraded).toBe(false),
      { timeout: 8_000 },
    );
    expect((await limiter.consume(ATTEMPTS, "y")).allowed).toBe(false);
  });
});
