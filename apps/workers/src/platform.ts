import { createAdapters } from "@oto/adapters";
import { openDatabase } from "@oto/db";
import { createLogger } from "@oto/observability";
import type { Platform } from "@oto/services";
import type { WorkersEnv } from "./env";

/** Opens everything the workers work with. */
export async function openPlatform(
  env: WorkersEnv,
): Promise<Platform & { close(): Promise<void> }> {
  const logger = createLogger({ service: "workers", level: env.LOG_LEVEL });
  const database = openDatabase({
    url: env.DATABASE_URL,
    poolSize: env.DATABASE_POOL_SIZE,
    onIdleError: (error) => logger.warn({ err: error }, "database connection lost"),
  });
  const adapters = await createAdapters(env, { pool: database.pool, logger });
  return {
    database,
    adapters,
    env,
    logger,
    now: () => new Date(),
    async close() {
      await adapters.close();
      await database.close();
    },
  };
}
