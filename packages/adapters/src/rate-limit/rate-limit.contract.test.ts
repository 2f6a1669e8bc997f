import { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestPool } from "../postgres/test-pool.fixture";
import { openTestPool } from "../postgres/test-pool.fixture";
import { createMemoryRateLimiter } from "./memory-rate-limiter.adapter";
import { createPostgresRateLimiter } from "./postgres-rate-limiter.adapter";
import { rateLimitContract } from "./rate-limit.contract";
import type { RateLimitPolicy } from "./rate-limit.port";
import { SingleNodeRateLimiter } from "./single-node-rate-limiter.adapter";

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
    new SingleNodeRateLimiter({
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
      "SELECT key FROM rate_limit_counter",
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
    const limiter = new SingleNodeRateLimiter({
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
