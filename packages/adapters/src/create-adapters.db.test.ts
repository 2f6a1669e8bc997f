import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { createAdapters } from "./create-adapters";
import { adaptersEnv } from "./env";
import type { TestPool } from "./postgres/test-pool.fixture";
import { openTestPool } from "./postgres/test-pool.fixture";

let database: TestPool;
let folder: string;

const envFor = (dataDir: string) =>
  adaptersEnv.parse({ OTO_SECRET: "0123456789abcdef0123456789abcdef", OTO_DATA_DIR: dataDir });

beforeAll(async () => {
  database = await openTestPool();
  folder = await mkdtemp(join(tmpdir(), "kontak-adapters-"));
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

it("opens every adapter on one connection, and lets go of it when closed", async () => {
  const adapters = await createAdapters(envFor(folder), { pool: database.pool });
  const seen: unknown[] = [];
  await adapters.pubSub.subscribe("topic", (message) => seen.push(message));
  await adapters.bus.bind([]);
  const consumption = await adapters.bus.consume({ queue: "bulk", prefetch: 1 }, async () => "ack");
  expect(await adapters.cache.getOrLoad("key", { ttlMs: 1_000 }, async () => 7)).toBe(7);
  await adapters.pubSub.publish("topic", 1);
  await vi.waitFor(() => expect(seen).toEqual([1]), { timeout: 5_000 });
  for (const check of Object.values(adapters.health)) await check();
  await consumption.stop();
  await adapters.close();
  expect(database.pool.totalCount - database.pool.idleCount).toBe(0);
});

it("refuses to start where nothing can be stored", async () => {
  const file = join(folder, "not-a-folder");
  await writeFile(file, "");
  await expect(createAdapters(envFor(file), { pool: database.pool })).rejects.toThrow();
});

it("starts without its object storage, says so, and tries again", async () => {
  const env = adaptersEnv.parse({
    OTO_SECRET: "0123456789abcdef0123456789abcdef",
    S3_ENDPOINT: "http://127.0.0.1:9",
    S3_ACCESS_KEY: "a",
    S3_SECRET_KEY: "b",
  });
  const adapters = await createAdapters(env, { pool: database.pool });
  expect(adapters.storageHttp).toBeNull();
  await expect(adapters.health.storage?.()).rejects.toThrow("the object storage is away");
  await adapters.close();
});
