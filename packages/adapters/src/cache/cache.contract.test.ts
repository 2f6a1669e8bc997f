import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { ListeningConnection } from "../postgres/listening-connection";
import type { TestPool } from "../postgres/test-pool.fixture";
import { openTestPool } from "../postgres/test-pool.fixture";
import { PostgresPubSub } from "../pub-sub/postgres-pub-sub.adapter";
import type { TestRedis } from "../redis/test-redis.fixture";
import { onRedis, startTestRedis } from "../redis/test-redis.fixture";
import { cacheContract } from "./cache.contract";
import type { Cache } from "./cache.port";
import { MemoryCache } from "./memory-cache.adapter";
import { RedisCache } from "./redis-cache.adapter";

let database: TestPool;

beforeAll(async () => {
  database = await openTestPool();
});
afterAll(async () => {
  await database.close();
});

const memoryHarness = {
  async connect(): Promise<Cache> {
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
};

const MINUTE = { ttlMs: 60_000 };

cacheContract("memory, invalidated over PostgreSQL", async () => memoryHarness);

it("trusts nothing that it kept in memory before a break", async () => {
  const cache = await memoryHarness.connect();
  await cache.set("kept", 1, MINUTE);
  await database.cut();
  await vi.waitFor(async () => expect(await cache.get("kept")).toBeUndefined(), {
    timeout: 8_000,
  });
  await cache.close();
});

onRedis(() => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startTestRedis();
  });
  afterAll(async () => {
    await redis.close();
  });
  const connect = async () => new RedisCache({ redis: await redis.open() });
  cacheContract("Redis", async () => ({ connect, cut: () => redis.cut() }));

  it("loads once for all processes", async () => {
    const caches = await Promise.all(Array.from({ length: 4 }, connect));
    const load = vi.fn(async () => {
      await new Promise((resolve) => setTimeout(resolve, 60));
      return "value";
    });
    const options = { ...MINUTE, tags: ["stampede"] };
    const asked = Array.from({ length: 200 }, (_, n) =>
      caches[n % 4]?.getOrLoad("stampede", options, load),
    );
    expect(new Set(await Promise.all(asked))).toEqual(new Set(["value"]));
    expect(load).toHaveBeenCalledTimes(1);
  });

  it("goes on when the process that loads dies", async () => {
    const dying = await redis.open();
    const never = new RedisCache({ redis: dying }).getOrLoad("dead", MINUTE, async () => {
      await new Promise(() => undefined);
    });
    await vi.waitFor(async () => {
      const keys = await (await redis.open()).client.keys("*cache-lock*");
      expect(keys).toHaveLength(1);
    });
    await dying.close();
    const other = await connect();
    expect(await other.getOrLoad("dead", MINUTE, async () => "alive")).toBe("alive");
    expect(never).toBeInstanceOf(Promise);
  });

  it("loads, fast, while Redis is away, and is right when it is back", async () => {
    const [one, two] = await Promise.all([connect(), connect()]);
    const options = { ...MINUTE, tags: ["away"] };
    await one.getOrLoad("away", options, async () => "old");
    expect(await two.get("away")).toBe("old");
    await redis.server.kill();
    const started = performance.now();
    const load = vi.fn(async () => "new");
    for (let i = 0; i < 20; i += 1) expect(await one.getOrLoad("away", options, load)).toBe("new");
    expect(load).toHaveBeenCalledTimes(20);
    expect(performance.now() - started).toBeLessThan(1_000);
    await expect(one.invalidateTags(["away"])).rejects.toThrow();
    // The file of the server still has the old entry, and a process that just started asks for it.
    await redis.server.restart();
    const back = performance.now();
    const three = await connect();
    await vi.waitFor(async () => expect(await three.get("away")).toBeUndefined(), 8_000);
    expect(performance.now() - back).toBeLessThan(2_000);
    expect(await three.getOrLoad("away", options, async () => "new")).toBe("new");
    await vi.waitFor(async () => expect(await one.get("away")).toBe("new"), 8_000);
  });

  it("believes nothing of before, when everything was flushed in the middle of a load", async () => {
    const cache = await connect();
    const options = { ...MINUTE, tags: ["flushed"] };
    let finish: (value: string) => void = () => undefined;
    const early = cache.getOrLoad("flushed", options, () => new Promise((done) => (finish = done)));
    await vi.waitFor(async () => {
      expect(await (await redis.open()).client.keys("*cache-lock*")).not.toEqual([]);
    });
    await cache.invalidateTags(["flushed"]);
    await redis.server.send("flushall");
    finish("old");
    expect(await early).toBe("old");
    expect(await cache.getOrLoad("flushed", options, async () => "new")).toBe("new");
  });

  it("costs a bounded time when the server hangs", async () => {
    const cache = await connect();
    process.kill(redis.server.pid, "SIGSTOP");
    try {
      const started = performance.now();
      expect(await cache.getOrLoad("hangs", MINUTE, async () => 1)).toBe(1);
      expect(performance.now() - started).toBeLessThan(2_000);
    } finally {
      process.kill(redis.server.pid, "SIGCONT");
    }
  });
});
