import type { MeilisearchForTests } from "@oto/testing/services";
import { meilisearchName, openTestMeilisearch } from "@oto/testing/services";
import { afterAll, beforeAll } from "vitest";
import type { TestPool } from "../postgres/test-pool.fixture";
import { openTestPool } from "../postgres/test-pool.fixture";
import { MeilisearchSearchIndex } from "./meilisearch/meilisearch-search-index.adapter";
import {
  dropIndex,
  noStandIn,
  PATIENT,
  testIndexUid,
  untilServing,
} from "./meilisearch/test-meilisearch.fixture";
import { PostgresSearchIndex } from "./postgres-search-index.adapter";
import { searchIndexContract } from "./search-index.contract";

let database: TestPool;
let followed: TestPool;
let server: MeilisearchForTests;
let onServer: MeilisearchSearchIndex;
const indexUid = testIndexUid();

beforeAll(async () => {
  [database, followed, server] = await Promise.all([
    openTestPool(),
    openTestPool(),
    openTestMeilisearch(),
  ]);
  const { url, key } = server;
  onServer = new MeilisearchSearchIndex({
    pool: followed.pool,
    url,
    key,
    indexUid,
    ...PATIENT,
    standIn: noStandIn,
  });
  await untilServing(onServer);
});
afterAll(async () => {
  await onServer.close();
  await dropIndex(server, indexUid);
  await Promise.all([database.close(), followed.close(), server.stop()]);
});

searchIndexContract("PostgreSQL", async () => new PostgresSearchIndex({ pool: database.pool }));
searchIndexContract(
  "PostgreSQL without columns in memory",
  async () => new PostgresSearchIndex({ pool: database.pool, columns: false }),
);
searchIndexContract(meilisearchName(), async () => onServer);
