import { createTestDatabase } from "@oto/testing";
import { Pool } from "pg";

export interface TestPool {
  readonly pool: Pool;
  /** Cuts every connection of the database once, as a restart would. */
  cut(): Promise<void>;
  /** Ends the pool and deletes its database. */
  close(): Promise<void>;
}

/** A pool on a migrated database of its own. */
export async function openTestPool(): Promise<TestPool> {
  const { url, drop } = await createTestDatabase();
  const pool = new Pool({ connectionString: url, max: 20 });
  // Connections that are cut, by a test or by dropping the database, must not fail the run.
  pool.on("error", () => undefined);
  return {
    pool,
    async cut() {
      await pool
        .query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE datname = current_database() AND pid <> pg_backend_pid()`,
        )
        .catch(() => undefined);
    },
    async close() {
      await pool.end();
      await drop();
    },
  };
}
