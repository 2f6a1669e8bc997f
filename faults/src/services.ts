import type { PostgresPair, RunningService } from "@oto/testing/services";
import { startPostgresPair, startRabbitmq, startRedis, startS3 } from "@oto/testing/services";

/** The real servers of a cluster, each of which can be killed and started again. */
export interface ClusterServices {
  readonly pair: PostgresPair;
  readonly database: RunningService;
  readonly broker: RunningService;
  readonly redis: RunningService;
  readonly storage: RunningService;
  /** What points the platform at them. */
  readonly env: Record<string, string>;
  stop(): Promise<void>;
}

/** Starts a database with its replica, a broker, Redis and an object storage. */
export async function startClusterServices(): Promise<ClusterServices> {
  const [pair, broker, redis, storage] = await Promise.all([
    startPostgresPair({ durable: true }),
    startRabbitmq(),
    startRedis(),
    startS3(),
  ]);
  return {
    pair,
    broker,
    redis,
    storage,
    database: pair.primary,
    env: {
      DATABASE_REPLICA_URL: pair.replica.url,
      RABBITMQ_URL: broker.url,
      REDIS_URL: redis.url,
      S3_ENDPOINT: storage.url,
    },
    async stop() {
      await Promise.all([pair.stop(), broker.stop(), redis.stop(), storage.stop()]);
    },
  };
}
