import { afterAll, beforeAll } from "vitest";
import type { TestPool } from "../postgres/test-pool.fixture";
import { openTestPool } from "../postgres/test-pool.fixture";
import { PostgresSearchIndex } from "./postgres-search-index.adapter";
import { searchIndexContract } from "./search-index.contract";

let database: TestPool;

beforeAll(async () => {
  database = await openTestPool();
});
afterAll(async () => {
  await database.close();
});

searchIndexContract("PostgreSQL", async () => new PostgresSearchIndex({ pool: database.pool }));
