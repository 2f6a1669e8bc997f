import { createMetrics } from "@oto/observability";
import type { RunningMeilisearch } from "@oto/testing/services";
import { startMeilisearch } from "@oto/testing/services";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { Platform } from "../context";
import type { TestPlatform } from "../testing";
import { copyVehicle, createGallery, createTestPlatform, createVehicle } from "../testing";
import { indexVehicles, repairSearchDrift } from "./index-listings.service";
import { reindexAll } from "./reindex.service";
import { registerSearchGauges } from "./search-gauges";

const COPIES = 1_500;

let server: RunningMeilisearch;
let test: TestPlatform;
let platform: Platform;
let galleryId: string;

const servesAgain = () =>
  vi.waitFor(() => platform.adapters.degradable.search?.(), { timeout: 60_000, interval: 50 });

beforeAll(async () => {
  server = await startMeilisearch();
  test = await createTestPlatform({}, { MEILI_URL: server.url, MEILI_KEY: server.key });
  platform = test.platform;
  galleryId = (await createGallery(platform)).id;
  const { vehicleId } = await createVehicle(platform, galleryId);
  await copyVehicle(platform, vehicleId, COPIES);
  await servesAgain();
});
afterAll(async () => {
  await test.close();
  await server.stop();
});

/** Ids and versions that may be found, from the vehicles themselves. */
async function wanted(): Promise<string[]> {
  const { rows } = await platform.database.pool.query<{ row: string }>(
    `select v.id || ' ' || v.version as row from vehicle v join gallery g on g.id = v.gallery_id
     where v.status = 'PUBLISHED' and g.status = 'APPROVED' order by 1`,
  );
  return rows.map(({ row }) => row);
}

/** The same as searches find it, page by page. */
async function found(): Promise<string[]> {
  const all: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await platform.adapters.searchIndex.search({ sort: "newest", limit: 100, cursor });
    all.push(...page.items.map(({ vehicleId, version }) => `${vehicleId} ${version}`));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return all.sort();
}

it("goes on where it ended, with searches and changes all the while, and equals the database", {
  timeout: 120_000,
}, async () => {
  const stopping = new AbortController();
  await reindexAll(platform, {
    signal: stopping.signal,
    onProgress: ({ done }) => {
      if (done >= 1_000) stopping.abort();
    },
  });
  const steps: string[] = [];
  const changes: Promise<void>[] = [];
  const total = await reindexAll(platform, {
    onProgress: ({ part, done }) => {
      steps.push(`${part} ${done}`);
      changes.push(
        createVehicle(platform, galleryId).then(({ vehicleId }) =>
          indexVehicles(platform, [vehicleId]),
        ),
        platform.adapters.searchIndex.search({ q: "passat", limit: 1 }).then((result) => {
          expect(result.items).toHaveLength(1);
        }),
      );
    },
  });
  await Promise.all(changes);
  expect(steps[0]).toBe("rows 1500");
  expect(steps.some((step) => step.startsWith("server"))).toBe(true);
  expect(total).toBeGreaterThan(COPIES);
  await platform.adapters.degradable.search?.();
  expect(await found()).toEqual(await wanted());
  expect(await repairSearchDrift(platform)).toBe(0);
});

it("counts what it mends, here and on the server", async () => {
  const mendedSoFar = async () => {
    const { rows } = await platform.database.pool.query(
      "select part, mended::int from search_drift",
    );
    return Object.fromEntries(rows.map((row) => [row.part, row.mended])) as Record<string, number>;
  };
  const before = await mendedSoFar();
  const [first] = await wanted();
  const id = first?.split(" ")[0] ?? "";
  await platform.database.pool.query("delete from search_listing where vehicle_id = $1", [id]);
  const answer = await fetch(`${server.url}/indexes/listings/documents/delete-batch`, {
    method: "POST",
    headers: { authorization: `Bearer ${server.key}`, "content-type": "application/json" },
    body: JSON.stringify([(await wanted())[1]?.split(" ")[0]]),
  });
  expect(answer.status).toBe(202);
  await vi.waitFor(async () => expect((await found()).length).toBe((await wanted()).length - 1), {
    timeout: 20_000,
  });
  expect(await repairSearchDrift(platform)).toBe(2);
  const after = await mendedSoFar();
  expect(after).toEqual({ rows: (before.rows ?? 0) + 1, server: (before.server ?? 0) + 1 });
  expect(await found()).toEqual(await wanted());
});

it("tells the metrics how it keeps up", async () => {
  const metrics = createMetrics({ service: "test" });
  registerSearchGauges(metrics, platform);
  const value = async (name: string) => {
    const { body } = await metrics.render();
    return new RegExp(`^${name}(?:\\{[^}]*\\})? (.+)$`, "m").exec(body)?.[1];
  };
  expect(await value("oto_search_server_up")).toBe("1");
  expect(await value("oto_search_changes_waiting")).toBe("0");
  await server.setFaults({ down: true });
  const { vehicleId } = await createVehicle(platform, galleryId);
  await indexVehicles(platform, [vehicleId]);
  expect(await value("oto_search_server_up")).toBe("0");
  expect(await value("oto_search_changes_waiting")).toBe("1");
  await server.setFaults({});
  await servesAgain();
  expect(await value("oto_search_changes_waiting")).toBe("0");
  expect(await value("oto_search_drift_mended")).toBeDefined();
});
