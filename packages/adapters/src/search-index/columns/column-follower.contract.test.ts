import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { TestPool } from "../../postgres/test-pool.fixture";
import { openTestPool } from "../../postgres/test-pool.fixture";
import { listing } from "../listing.fixture";
import { PostgresSearchIndex } from "../postgres-search-index.adapter";

let database: TestPool;
let reading: PostgresSearchIndex;
let writing: PostgresSearchIndex;

beforeAll(async () => {
  database = await openTestPool();
});
afterAll(() => database.close());
beforeEach(async () => {
  writing = new PostgresSearchIndex({ pool: database.pool });
  await writing.clear();
  reading = new PostgresSearchIndex({ pool: database.pool });
});

const found = async () => {
  const { items } = await reading.search({ sort: "newest", limit: 100 });
  return items.map(({ vehicleId }) => vehicleId).sort();
};

it("finds at once what another process wrote, and no longer what it took away", async () => {
  const listings = Array.from({ length: 20 }, () => listing());
  for (const [at, one] of listings.entries()) {
    await writing.upsert([one]);
    const expected = listings.slice(0, at + 1).map(({ vehicleId }) => vehicleId);
    expect(await found()).toEqual(expected.sort());
  }
  for (const { vehicleId, version } of listings) {
    await writing.remove([{ vehicleId, version: version + 1 }]);
    expect(await found()).not.toContain(vehicleId);
  }
});

it("misses nothing that commits late, in whatever order it began", async () => {
  const [early, late] = [listing(), listing()];
  await writing.upsert([early]);
  const client = await database.pool.connect();
  try {
    await client.query("BEGIN");
    await client.query("UPDATE search_version SET changed_xid = pg_current_xact_id()");
    await client.query("DELETE FROM search_listing WHERE vehicle_id = $1", [early.vehicleId]);
    await writing.upsert([late]);
    expect(await found()).toEqual([early, late].map(({ vehicleId }) => vehicleId).sort());
    await client.query("COMMIT");
    expect(await found()).toEqual([late.vehicleId]);
  } finally {
    client.release();
  }
});

it("answers everybody who asks at the same time", async () => {
  const one = listing();
  await writing.upsert([one]);
  const answers = await Promise.all(Array.from({ length: 30 }, found));
  expect(answers).toEqual(answers.map(() => [one.vehicleId]));
});
