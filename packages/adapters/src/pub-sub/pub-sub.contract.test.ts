import { createTestDatabase } from "@oto/testing";
import { Pool } from "pg";
import { afterAll, beforeAll } from "vitest";
import { ListeningConnection } from "../postgres/listening-connection";
import { PostgresPubSub } from "./postgres-pub-sub.adapter";
import { pubSubContract } from "./pub-sub.contract";

let pool: Pool;
let drop: () => Promise<void>;

beforeAll(async () => {
  const database = await createTestDatabase();
  drop = database.drop;
  pool = new Pool({ connectionString: database.url, max: 20 });
  pool.on("error", () => undefined);
});
afterAll(async () => {
  await pool.end();
  await drop();
});

pubSubContract("PostgreSQL", async () => ({
  async connect() {
    const connection = new ListeningConnection({ pool, retryMs: 20 });
    const pubSub = new PostgresPubSub({ pool, connection });
    const close = pubSub.close.bind(pubSub);
    pubSub.close = async () => {
      await close();
      await connection.close();
    };
    return pubSub;
  },
  async cut() {
    await pool
      .query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND pid <> pg_backend_pid()`,
      )
      .catch(() => undefined);
  },
}));
