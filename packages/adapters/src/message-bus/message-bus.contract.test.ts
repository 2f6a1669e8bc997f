import { createTestDatabase } from "@oto/testing";
import { Pool } from "pg";
import { afterAll, beforeAll } from "vitest";
import { messageBusContract } from "./message-bus.contract";
import { PostgresMessageBus } from "./postgres-message-bus.adapter";

let pool: Pool;
let drop: () => Promise<void>;

beforeAll(async () => {
  const database = await createTestDatabase();
  drop = database.drop;
  pool = new Pool({ connectionString: database.url, max: 20 });
});
afterAll(async () => {
  await pool.end();
  await drop();
});

messageBusContract("PostgreSQL", async () => ({
  connect: async () => new PostgresMessageBus({ pool, timings: { pollMs: 200 } }),
  reset: async () => {
    await pool.query("DELETE FROM bus_delivery");
  },
}));
