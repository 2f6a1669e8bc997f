import type { Logger } from "@oto/observability";
import type { Pool } from "pg";
import { RateLimiterPostgres } from "rate-limiter-flexible";
import { FlexibleRateLimiter } from "./flexible-rate-limiter.adapter";
import type { RateLimiter } from "./rate-limit.port";

export interface PostgresRateLimiterOptions {
  readonly pool: Pool;
  readonly logger?: Logger | undefined;
}

/** Counts in table `rate_limit_counter`: for attempts, over all processes and restarts. */
export function createPostgresRateLimiter(options: PostgresRateLimiterOptions): RateLimiter {
  let sweeping = false;
  return new FlexibleRateLimiter({
    logger: options.logger,
    counterOf({ name, points, windowS, blockS = 0 }) {
      const first = !sweeping;
      sweeping = true;
      return new RateLimiterPostgres({
        storeClient: options.pool,
        storeType: "pool",
        tableName: "rate_limit_counter",
        tableCreated: true,
        // The sweep covers the whole table, so one counter's is enough.
        clearExpiredByTimeout: first,
        keyPrefix: name,
        points,
        duration: windowS,
        blockDuration: blockS,
      });
    },
  });
}
