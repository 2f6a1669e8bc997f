import { createTestDatabase } from "@oto/testing";
import { Pool } from "pg";
import { afterAll, beforeAll } from "vitest";
import { PostgresSearchIndex } from "./postgres-search-index.adapter";
import { searchIndexContract } from "./search-index.contract";

let pool: Pool;
let drop: () => Promise<void>;

beforeAll(async () => {
  const database = await createTestDatabase();
  drop = database.drop;
  pool = new Pool({ connectionString: database.url, max: 10 });
});
afterAll(async () => {
  await pool.end();
  await drop();
});

searchIndexContract("PostgreSQL", async () => new PostgresSearchIndex({ pool }));
