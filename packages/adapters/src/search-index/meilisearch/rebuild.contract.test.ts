import type { RunningMeilisearch } from "@oto/testing/services";
import { startMeilisearch } from "@oto/testing/services";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import type { TestPool } from "../../postgres/test-pool.fixture";
import { openTestPool } from "../../postgres/test-pool.fixture";
import { listing } from "../listing.fixture";
import type { ListingDocument } from "../search-index.port";
import { MeiliServer } from "./meili-server";
import { MeilisearchSearchIndex } from "./meilisearch-search-index.adapter";
import { noStandIn, PATIENT, untilServing } from "./test-meilisearch.fixture";

const LISTINGS = 3_000;

vi.setConfig({ testTimeout: 120_000 });

let database: TestPool;
let server: RunningMeilisearch;
let index: MeilisearchSearchIndex;
let docs: ListingDocument[];

const open = () => {
  const { url, key } = server;
  return new MeilisearchSearchIndex({
    pool: database.pool,
    url,
    key,
    ...PATIENT,
    standIn: noStandIn,
  });
};

const indexNames = async () =>
  (await new MeiliServer(server).indexes()).map(({ uid }) => uid).sort();

/** Searches without a pause until told to stop; one that fails or misses something fails the test. */
function searchOn(atLeast: number): { stop(): Promise<number> } {
  let isOver = false;
  const run = async () => {
    let searches = 0;
    while (!isOver) {
      const { total, items } = await index.search({ q: "passat", limit: 5 });
      expect(total).toBeGreaterThanOrEqual(atLeast);
      expect(items).toHaveLength(5);
      searches += 1;
    }
    return searches;
  };
  const running = run();
  // Awaited at the end; failing earlier is no unhandled rejection.
  running.catch(() => undefined);
  return {
    stop: () => {
      isOver = true;
      return running;
    },
  };
}

beforeAll(async () => {
  [database, server] = await Promise.all([openTestPool(), startMeilisearch()]);
  index = open();
  await untilServing(index);
});
afterAll(async () => {
  await index.close();
  await Promise.all([database.close(), server.stop()]);
});
beforeEach(async () => {
  await index.clear();
  docs = Array.from({ length: LISTINGS }, () => listing());
  await index.upsert(docs);
});

/** The server has exactly what the rows say. */
async function expectEqual(): Promise<void> {
  expect(await index.reconcile()).toBe(0);
  expect(await new MeiliServer(server).count("listings")).toBe(await index.count());
  expect(await indexNames()).toEqual(["listings"]);
  expect(index.isServing).toBe(true);
}

it("rebuilds while searches and changes go on, and misses none of them", async () => {
  const searching = searchOn(LISTINGS - 20);
  let turn = 0;
  const changing: Promise<void>[] = [];
  await index.rebuild({
    onProgress: () => {
      const at = turn * 200;
      turn += 1;
      const [changed, gone] = [docs[at], docs[at + 1]];
      if (!changed || !gone) return;
      changing.push(
        index.upsert([{ ...changed, version: 2, title: "changed" }, listing()]),
        index.remove([{ vehicleId: gone.vehicleId, version: 2 }]),
      );
    },
  });
  await Promise.all(changing);
  expect(await searching.stop()).toBeGreaterThan(2);
  expect(changing.length).toBeGreaterThan(5);
  const { items } = await index.search({ limit: 100, sort: "newest" });
  expect(items.length).toBe(100);
  await expectEqual();
});

it("goes on where it was interrupted", async () => {
  const stopping = new AbortController();
  await index.rebuild({ signal: stopping.signal, onProgress: () => stopping.abort() });
  expect(await indexNames()).toHaveLength(2);
  // Meanwhile both indexes are written.
  const added = listing();
  await index.upsert([added]);
  const steps: number[] = [];
  await index.rebuild({ onProgress: (done) => steps.push(done) });
  expect(steps[0]).toBeGreaterThan(500);
  await expectEqual();
});

it("goes on after the server was killed in the middle", async () => {
  let isKilled = false;
  const interrupted = index.rebuild({
    onProgress: () => {
      if (isKilled) return;
      isKilled = true;
      void server.kill();
    },
  });
  await expect(interrupted).rejects.toThrow();
  await server.restart();
  await untilServing(index);
  const steps: number[] = [];
  await index.rebuild({ onProgress: (done) => steps.push(done) });
  expect(steps.length).toBeLessThan(LISTINGS / 500);
  await expectEqual();
});

it("runs once at a time", async () => {
  const other = open();
  await untilServing(other);
  const results = await Promise.allSettled([index.rebuild(), other.rebuild()]);
  await other.close();
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await expectEqual();
});
