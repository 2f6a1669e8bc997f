import type { AdaptersEnv } from "@oto/adapters";
import { adaptersEnv, createAdapters } from "@oto/adapters";
import type { DbEnv } from "@oto/db";
import { dbEnv, openDatabase } from "@oto/db";
import type { ObservabilityEnv } from "@oto/observability";
import { createLogger, observabilityEnv, startTracing } from "@oto/observability";
import type { z } from "zod";
import type { Platform } from "./context";
import type { ServicesEnv } from "./env";
import { servicesEnv } from "./env";
import { vapidKeys } from "./notification/push/vapid-keys";
import { tracePlatform } from "./tracing";

/** Environment of everything that a platform opens. */
export type PlatformEnv = DbEnv & AdaptersEnv & ObservabilityEnv & ServicesEnv;

/**
 * Reads a process's environment: its own fragment and those of the packages.
 *
 * @throws Error that names every problem at once
 */
export function readEnvironment<Own extends z.ZodType<object>>(
  own: Own,
  source: NodeJS.ProcessEnv,
): z.infer<Own> & PlatformEnv {
  const problems: string[] = [];
  const read = <T>(part: z.ZodType<T>): T | undefined => {
    const parsed = part.safeParse(source);
    if (parsed.success) return parsed.data;
    problems.push(...parsed.error.issues.map((i) => `${i.path.join(".")}: ${i.message}`));
    return undefined;
  };
  const parts = [
    read(dbEnv),
    read(adaptersEnv),
    read(observabilityEnv),
    read(servicesEnv),
    read(own),
  ];
  if (problems.length > 0) throw new Error(`bad environment\n  ${problems.join("\n  ")}`);
  return Object.assign({}, ...parts);
}

/** A platform with the connections it holds. */
export type OpenPlatform = Platform & { close(): Promise<void> };

export interface OpenPlatformOptions {
  /** Counts lookups in the cache, for the metrics. */
  readonly onCacheLookup?: (result: "hit" | "miss") => void;
}

/**
 * Opens the database and the adapters that the environment chooses.
 *
 * @param service name of the process in logs and traces: `api`, `workers`
 */
export async function openPlatform(
  env: PlatformEnv,
  service: string,
  { onCacheLookup }: OpenPlatformOptions = {},
): Promise<OpenPlatform> {
  const tracing = await startTracing({ service, env });
  const logger = createLogger({ service, level: env.LOG_LEVEL });
  const database = openDatabase({
    url: env.DATABASE_URL,
    poolSize: env.DATABASE_POOL_SIZE,
    onIdleError: (error) => logger.warn({ err: error }, "database connection lost"),
    replica: env.DATABASE_REPLICA_URL
      ? {
          url: env.DATABASE_REPLICA_URL,
          maxLagMs: env.DATABASE_REPLICA_MAX_LAG_MS,
          onChange: (status) =>
            logger[status.state === "ok" ? "info" : "warn"](status, "the replica's state changed"),
        }
      : undefined,
  });
  const adapters = await createAdapters(env, {
    pool: database.pool,
    logger,
    vapidKeys: () => vapidKeys({ database, env }),
    ...(onCacheLookup ? { onCacheLookup } : {}),
  });
  // Processes that share no memory ask the primary how far a replica must have come.
  if (env.REDIS_URL) database.shareWritesThrough(adapters.cache);
  const platform = {
    database,
    adapters,
    env,
    logger,
    now: () => new Date(),
    async close() {
      await adapters.close();
      await database.close();
      await tracing?.shutdown();
    },
  };
  return tracing ? tracePlatform(platform) : platform;
}
