import { afterAll, beforeAll } from "vitest";
import type { TestPool } from "../postgres/test-pool.fixture";
import { openTestPool } from "../postgres/test-pool.fixture";
import { messageBusContract } from "./message-bus.contract";
import { PostgresMessageBus } from "./postgres-message-bus.adapter";

let database: TestPool;

beforeAll(async () => {
  database = await openTestPool();
});
afterAll(async () => {
  await database.close();
});

messageBusContract("PostgreSQL", async () => ({
  connect: async () => new PostgresMessageBus({ pool: database.pool, timings: { pollMs: 200 } }),
  reset: async () => {
    await database.pool.query("DELETE FROM bus_delivery");
  },
}));
