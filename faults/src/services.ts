import type { PostgresPair, RunningRedis, RunningService } from "@oto/testing/services";
import {
  startMeilisearch,
  startPostgresPair,
  startRabbitmq,
  startRedis,
  startS3,
} from "@oto/testing/services";
import type { Cable } from "./cable";
import { openCable } from "./cable";

/** The real servers of a cluster, each of which can be killed and started again. */
export interface ClusterServices {
  readonly pair: PostgresPair;
  readonly database: RunningService;
  readonly broker: RunningService;
  /** What every connection to the broker runs through. */
  readonly brokerCable: Cable;
  readonly redis: RunningRedis;
  readonly search: RunningService;
  readonly storage: RunningService;
  /** What points the platform at them. */
  readonly env: Record<string, string>;
  stop(): Promise<void>;
}

/** The broker's address by way of the cable. */
function through(cable: Cable, url: string): string {
  const address = new URL(url);
  address.port = String(cable.port);
  return address.href;
}

/** Starts a database with its replica, a broker, Redis, a search engine and an object storage. */
export async function startClusterServices(): Promise<ClusterServices> {
  const [pair, broker, redis, search, storage] = await Promise.all([
    startPostgresPair({ durable: true }),
    startRabbitmq(),
    startRedis(),
    startMeilisearch(),
    startS3(),
  ]);
  const brokerCable = await openCable(Number(new URL(broker.url).port));
  return {
    pair,
    broker,
    brokerCable,
    redis,
    search,
    storage,
    database: pair.primary,
    env: {
      DATABASE_REPLICA_URL: pair.replica.url,
      RABBITMQ_URL: through(brokerCable, broker.url),
      REDIS_URL: redis.url,
      MEILI_URL: search.url,
      MEILI_KEY: search.key,
      S3_ENDPOINT: storage.url,
      S3_ACCESS_KEY: storage.accessKey,
      S3_SECRET_KEY: storage.secretKey,
      S3_REGION: storage.region,
    },
    async stop() {
      await brokerCable.close();
      await Promise.all([pair, broker, redis, search, storage].map((service) => service.stop()));
    },
  };
}
