import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Logger } from "@oto/observability";
import type { RunningMeilisearch } from "@oto/testing/services";
import { startMeilisearch } from "@oto/testing/services";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { TestPool } from "../../postgres/test-pool.fixture";
import { openTestPool } from "../../postgres/test-pool.fixture";
import { listing } from "../listing.fixture";
import { meiliDocument } from "./meili-document";
import { MeiliServer } from "./meili-server";
import { MeilisearchSearchIndex } from "./meilisearch-search-index.adapter";
import { noStandIn, PATIENT, untilServing } from "./test-meilisearch.fixture";

vi.setConfig({ testTimeout: 120_000 });

let database: TestPool;
let server: RunningMeilisearch;
let index: MeilisearchSearchIndex;
let logged: string[];
const folder = join(tmpdir(), `kontak-meilisearch-away-${process.pid}`);

const logger = () => {
  const note = (level: string) => (_context: unknown, message: string) =>
    void logged.push(`${level}: ${message}`);
  // cast: the adapter uses nothing else of a logger.
  return { warn: note("warn"), info: note("info"), error: note("error") } as unknown as Logger;
};

/** Ids that are found, by the server alone where said. */
async function found(by: MeilisearchSearchIndex = index): Promise<string[]> {
  const { items } = await by.search({ limit: 100 });
  return items.map(({ vehicleId }) => vehicleId).sort();
}

/** Another process that would rather fail than ask PostgreSQL. */
async function foundOnServer(): Promise<string[]> {
  const { url, key } = server;
  const other = new MeilisearchSearchIndex({
    pool: database.pool,
    url,
    key,
    ...PATIENT,
    standIn: noStandIn,
  });
  try {
    await untilServing(other);
    return await found(other);
  } finally {
    await other.close();
  }
}

beforeAll(async () => {
  [database, server] = await Promise.all([openTestPool(), startMeilisearch({ folder })]);
});
afterAll(async () => {
  await Promise.all([database.close(), server.stop()]);
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  logged = [];
  const { url, key } = server;
  index = new MeilisearchSearchIndex({ pool: database.pool, url, key, logger: logger() });
  await untilServing(index);
  await index.clear();
  logged = [];
});
afterEach(async () => {
  await server.setFaults({});
  await index.close();
});

describe("while the server is away", () => {
  it("PostgreSQL answers, and the server has caught up before it answers again", async () => {
    const [kept, gone, added] = [listing(), listing(), listing()];
    await index.upsert([kept, gone]);
    await server.kill();
    expect(await found()).toEqual([kept.vehicleId, gone.vehicleId].sort());
    expect(index.isServing).toBe(false);
    await expect(index.check()).rejects.toThrow("PostgreSQL answers searches");
    await index.upsert([{ ...kept, version: 2, title: "changed" }, added]);
    await index.remove([{ vehicleId: gone.vehicleId, version: 2 }]);
    expect(await found()).toEqual([kept.vehicleId, added.vehicleId].sort());
    expect(await index.suggest({ q: "pas" })).toHaveLength(1);
    await server.restart();
    await untilServing(index);
    expect(await foundOnServer()).toEqual([kept.vehicleId, added.vehicleId].sort());
    expect(logged).toEqual([
      "warn: search server is away, PostgreSQL answers",
      "info: search server is up to date and answers",
    ]);
  });

  it("a slow server costs one reader two seconds, the others nothing", async () => {
    await index.upsert([listing()]);
    await server.setFaults({ delayMs: 20_000 });
    const started = performance.now();
    expect(await found()).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(4_000);
    const again = performance.now();
    expect(await found()).toHaveLength(1);
    expect(performance.now() - again).toBeLessThan(500);
    await server.setFaults({});
    await untilServing(index);
  });

  it("what one process accepted another sends", async () => {
    const doc = listing();
    await server.setFaults({ down: true });
    await index.upsert([doc]);
    await index.close();
    await server.setFaults({});
    expect(await foundOnServer()).toEqual([doc.vehicleId]);
  });
});

describe("a server that is there", () => {
  it("has a change before whoever made it goes on", async () => {
    await server.setFaults({ holdTasks: true });
    let isDone = false;
    const writing = index.upsert([listing()]).then(() => {
      isDone = true;
    });
    const tasks = new MeiliServer(server);
    await vi.waitFor(async () => expect(await tasks.count("listings")).toBe(0));
    expect(isDone).toBe(false);
    await server.setFaults({});
    await writing;
    expect(await tasks.count("listings")).toBe(1);
  });

  it("tells the caller when a task failed, who tries again", async () => {
    const doc = listing();
    await server.setFaults({ failTasks: 1 });
    await expect(index.upsert([doc])).rejects.toThrow("internal");
    await index.upsert([doc]);
    expect(await foundOnServer()).toEqual([doc.vehicleId]);
  });

  it("gets everything again after it lost its data", async () => {
    const docs = Array.from({ length: 20 }, () => listing());
    await index.upsert(docs);
    await server.kill();
    await rm(folder, { recursive: true });
    await server.restart();
    expect(await found()).toHaveLength(20);
    await untilServing(index);
    expect(await foundOnServer()).toHaveLength(20);
  });

  it("gets its settings once, and again only when they differ", async () => {
    const headers = { authorization: `Bearer ${server.key}`, "content-type": "application/json" };
    const settingsTasks = async () => {
      const answer = await fetch(`${server.url}/tasks?types=settingsUpdate`, { headers });
      return ((await answer.json()) as { total: number }).total;
    };
    const before = await settingsTasks();
    await foundOnServer();
    expect(await settingsTasks()).toBe(before);
    await fetch(`${server.url}/indexes/listings/settings`, {
      method: "PATCH",
      headers,
      body: JSON.stringify({ synonyms: {}, filterableAttributes: [] }),
    });
    await vi.waitFor(async () => expect(await settingsTasks()).toBe(before + 1));
    await foundOnServer();
    expect(await settingsTasks()).toBe(before + 2);
  });
});

describe("reconciliation", () => {
  it("mends what the server lost, kept or has wrong, and counts it", async () => {
    const docs = Array.from({ length: 1_200 }, () => listing());
    const [lost, wrong, ...rest] = docs;
    if (!lost || !wrong) throw new Error("listings were made");
    const gone = listing();
    await index.upsert([...docs, gone]);
    await index.remove([{ vehicleId: gone.vehicleId, version: 2 }]);
    expect(await index.reconcile()).toBe(0);
    const raw = new MeiliServer(server);
    const ghosts = [gone, listing()].map((doc) => meiliDocument(doc, 7));
    await raw.settled(await raw.put("listings", ghosts));
    await raw.settled(await raw.put("listings", [meiliDocument(wrong, 7)]));
    await raw.settled(await raw.remove("listings", [lost.vehicleId]));
    expect(await index.reconcile()).toBe(4);
    expect(await index.reconcile()).toBe(0);
    expect(await raw.count("listings")).toBe(rest.length + 2);
  });
});

describe("order", () => {
  it("ends with the newest state, however often and in whatever order changes arrive", async () => {
    const { url, key } = server;
    const other = new MeilisearchSearchIndex({ pool: database.pool, url, key });
    await untilServing(other);
    const vehicles = Array.from({ length: 10 }, () => listing());
    const changes = vehicles.flatMap((doc, at) =>
      Array.from({ length: 10 }, (_, version) => async (by: MeilisearchSearchIndex) => {
        const isLast = version === 9;
        if ((at + version) % 3 === 0) {
          await by.remove([{ vehicleId: doc.vehicleId, version: version + 1 }]);
        } else {
          await by.upsert([{ ...doc, version: version + 1, title: isLast ? "last" : "old" }]);
        }
      }),
    );
    const shuffled = [...changes, ...changes, ...changes]
      .map((change, at) => ({ change, at, order: (at * 7_919) % 307 }))
      .sort((a, b) => a.order - b.order);
    await Promise.all(shuffled.map(({ change, at }) => change(at % 2 === 0 ? index : other)));
    await other.close();
    const expected = vehicles.filter((_, at) => (at + 9) % 3 !== 0).map((doc) => doc.vehicleId);
    expect(await foundOnServer()).toEqual(expected.sort());
    const { items } = await index.search({ limit: 100 });
    expect(items.every(({ title, version }) => title === "last" && version === 10)).toBe(true);
    expect(index.isServing).toBe(true);
    expect(await index.reconcile()).toBe(0);
  });
});
