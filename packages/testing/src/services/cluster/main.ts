// Runs the services of a cluster on this machine until it is told to stop: for `npm run start:cluster`
// where the environment names none. Says where they are in one line of JSON.
import { chmodSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startMeilisearch } from "../meilisearch";
import { startPostgresPair } from "../postgres";
import { startRabbitmq } from "../rabbitmq";
import { startRedis } from "../redis";
import type { RunningService } from "../running-service";
import { startS3 } from "../s3";

/** As the start command gives it. */
interface Order {
  readonly folder: string;
  /** PostgreSQL's account may not reach the other one. */
  readonly databaseFolder: string;
  readonly password: string;
  readonly ports: Readonly<Record<string, number>>;
  readonly wanted: readonly (keyof typeof starters)[];
}

interface Started {
  readonly env: Record<string, string>;
  readonly services: Record<string, RunningService>;
  stop(): Promise<void>;
}

const starters = {
  async postgres({ databaseFolder, password, ports }: Order): Promise<Started> {
    const { primary: port, replica: replicaPort } = ports;
    const pair = await startPostgresPair({
      folder: databaseFolder,
      password,
      durable: true,
      ...(port === undefined ? {} : { port }),
      ...(replicaPort === undefined ? {} : { replicaPort }),
    });
    const { primary, replica } = pair;
    return {
      env: { DATABASE_URL: primary.url, DATABASE_REPLICA_URL: replica.url },
      services: { "PostgreSQL primary": primary, "PostgreSQL replica": replica },
      stop: pair.stop,
    };
  },
  async redis({ folder, ports }: Order): Promise<Started> {
    const redis = await startRedis(placeIn(folder, "redis", ports.redis));
    return { env: { REDIS_URL: redis.url }, services: { Redis: redis }, stop: redis.stop };
  },
  async rabbitmq({ folder, ports }: Order): Promise<Started> {
    const rabbitmq = await startRabbitmq(placeIn(folder, "rabbitmq", ports.rabbitmq));
    return {
      env: { RABBITMQ_URL: rabbitmq.url },
      services: { RabbitMQ: rabbitmq },
      stop: rabbitmq.stop,
    };
  },
  async search({ folder, ports }: Order): Promise<Started> {
    const search = await startMeilisearch(placeIn(folder, "meilisearch", ports.search));
    return {
      env: { MEILI_URL: search.url, MEILI_KEY: search.key },
      services: { "Meilisearch stand-in": search },
      stop: search.stop,
    };
  },
  async storage({ folder, ports }: Order): Promise<Started> {
    const storage = await startS3(placeIn(folder, "s3", ports.storage));
    return {
      env: {
        S3_ENDPOINT: storage.url,
        S3_ACCESS_KEY: storage.accessKey,
        S3_SECRET_KEY: storage.secretKey,
        S3_REGION: storage.region,
      },
      services: { "S3 storage": storage },
      stop: storage.stop,
    };
  },
};

function placeIn(folder: string, name: string, port: number | undefined) {
  const place = join(folder, name);
  mkdirSync(place, { recursive: true });
  chmodSync(place, 0o700);
  return port === undefined ? { folder: place } : { folder: place, port };
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

let stopping = false;

async function keepRunning(name: string, service: RunningService): Promise<void> {
  while (!stopping) {
    await sleep(500);
    if (stopping || isAlive(service.pid)) continue;
    console.error(`Error: ${name} stopped unexpectedly: starting it again`);
    await service.restart().catch((error: unknown) => console.error(error));
  }
}

async function main(): Promise<void> {
  // cast: written by tooling/start/cluster/services.mjs, which starts this program.
  const given = JSON.parse(process.argv[2] ?? "{}") as Order;
  const started = await Promise.all(given.wanted.map((name) => starters[name](given)));
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await Promise.all(started.map((one) => one.stop()));
    process.exit(0);
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  for (const { services } of started) {
    for (const [name, service] of Object.entries(services)) void keepRunning(name, service);
  }
  const env = Object.assign({}, ...started.map((one) => one.env));
  console.log(`::services ${JSON.stringify(env)}`);
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
