import type { Logger } from "@oto/observability";
import type { Pool } from "pg";
import { inTransaction } from "../postgres/transaction";
import type { Counter } from "./counting-rate-limiter.adapter";
import { CountingRateLimiter } from "./counting-rate-limiter.adapter";
import type { RateLimiter, RateLimitPolicy } from "./rate-limit.port";
import type { WindowReading, WindowState } from "./sliding-window";
import { EMPTY_WINDOW, SLICES, spendInWindow } from "./sliding-window";

export interface PostgresRateLimiterOptions {
  readonly pool: Pool;
  readonly logger?: Logger | undefined;
}

const SWEEP_EVERY_MS = 300_000;

interface Row {
  state: WindowState | null;
  now: number;
}

const NOW = "extract(epoch FROM clock_timestamp())::float8 * 1000 AS now";

/** Spends under the row's lock, so that every process counts what the others have spent. */
function spend(
  pool: Pool,
  policy: RateLimitPolicy,
  { key, points }: { key: string; points: number },
): Promise<WindowReading> {
  return inTransaction(pool, async (client) => {
    await client.query(
      "INSERT INTO rate_limit_window (key) VALUES ($1) ON CONFLICT (key) DO NOTHING",
      [key],
    );
    const { rows } = await client.query<Row>(
      `SELECT state, ${NOW} FROM rate_limit_window WHERE key = $1 FOR UPDATE`,
      [key],
    );
    const [row] = rows;
    if (!row) throw new Error("a counter was swept while it was locked");
    const reading = spendInWindow(row.state ?? EMPTY_WINDOW, policy, { points, now: row.now });
    const livesS = Math.max(policy.windowS * (1 + 1 / SLICES), policy.blockS ?? 0);
    await client.query(
      `UPDATE rate_limit_window SET state = $2, expires_at = now() + $3 * interval '1 second'
       WHERE key = $1`,
      [key, JSON.stringify(reading.state), livesS],
    );
    return reading;
  });
}

/** Counts in table `rate_limit_window`: for attempts, over all processes and restarts. */
export function createPostgresRateLimiter({
  pool,
  logger,
}: PostgresRateLimiterOptions): RateLimiter {
  let sweptAt = performance.now();
  function sweep(): void {
    if (performance.now() - sweptAt < SWEEP_EVERY_MS) return;
    sweptAt = performance.now();
    // Rows that somebody is spending in just now are left to the next sweep.
    pool
      .query(
        `DELETE FROM rate_limit_window WHERE key IN (
           SELECT key FROM rate_limit_window WHERE expires_at < now() - interval '1 minute'
           FOR UPDATE SKIP LOCKED)`,
      )
      .catch((error: unknown) => logger?.warn({ err: error }, "old limits were not swept"));
  }
  function counterOf(policy: RateLimitPolicy): Counter {
    const full = (key: string) => `${policy.name}:${key}`;
    return {
      async consume(key, points) {
        sweep();
        return spend(pool, policy, { key: full(key), points });
      },
      async get(key) {
        const { rows } = await pool.query<Row>(
          `SELECT state, ${NOW} FROM rate_limit_window WHERE key = $1`,
          [full(key)],
        );
        const [row] = rows;
        return row
          ? spendInWindow(row.state ?? EMPTY_WINDOW, policy, { points: 0, now: row.now })
          : null;
      },
      async delete(key) {
        await pool.query("DELETE FROM rate_limit_window WHERE key = $1", [full(key)]);
      },
    };
  }
  return new CountingRateLimiter({ logger, counterOf });
}
