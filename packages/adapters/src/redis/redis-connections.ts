import type { Logger } from "@oto/observability";
import { Cluster } from "ioredis";
import type { RedisClient } from "./redis-clients";
import { createCommandClient } from "./redis-clients";
import { RedisSubscriber } from "./redis-subscriber";
import type { RedisTarget } from "./redis-url";

/** What all Redis adapters of a process share: one connection to ask, one to listen. */
export interface RedisConnections {
  /** Rejects at once while Redis is away. */
  readonly client: RedisClient;
  readonly subscriber: RedisSubscriber;
  /** The full name of a key or channel. */
  key(...parts: readonly string[]): string;
  /** @throws Error while Redis does not answer or does not take writes */
  check(): Promise<void>;
  close(): Promise<void>;
}

export interface RedisConnectionsOptions {
  readonly target: RedisTarget;
  readonly logger?: Logger | undefined;
  /** First part of every key and channel; `kontak` unless given. */
  readonly prefix?: string;
}

/** Milliseconds that a start waits for Redis; without it the process starts all the same. */
const START_PATIENCE_MS = 2_000;

/** Milliseconds after which a client that has given up is made to try again. */
const REVIVE_AFTER_MS = 500;

/** Tells of coming and going, and lets no client give up. Returns how to stop. */
function watch(client: RedisClient, logger: Logger | undefined): () => void {
  let isUp = false;
  let revival: NodeJS.Timeout | undefined;
  client.on("ready", () => {
    if (!isUp) logger?.info("Redis is up");
    isUp = true;
  });
  client.on("close", () => {
    if (isUp) logger?.warn("Redis is away, reconnecting");
    isUp = false;
  });
  // Without a listener an error event would end the process. Every retry raises one.
  client.on("error", (error) => logger?.debug({ err: error }, "Redis"));
  // The library ends for good where a connection breaks while it is being made.
  const revive = () => {
    revival = setTimeout(() => void client.connect().catch(() => undefined), REVIVE_AFTER_MS);
    revival.unref();
  };
  client.on("end", revive);
  return () => {
    client.off("end", revive);
    clearTimeout(revival);
  };
}

/** Resolves once connected or after some patience: a platform without Redis still serves reads. */
async function connected(client: RedisClient, logger: Logger | undefined): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, START_PATIENCE_MS);
  });
  const ready = new Promise<void>((resolve) => {
    client.once("ready", resolve);
  });
  client.connect().catch(() => undefined);
  await Promise.race([ready, patience]);
  clearTimeout(timer);
  if (client.status !== "ready") logger?.error("Redis cannot be reached; going on without it");
}

/** Opens the connections. Never rejects: what is away comes back by itself. */
export async function openRedis(options: RedisConnectionsOptions): Promise<RedisConnections> {
  const { target, logger, prefix = "kontak" } = options;
  const client = createCommandClient(target, prefix);
  const stopWatching = watch(client, logger);
  await connected(client, logger);
  const subscriber = new RedisSubscriber({ target, logger, connectionName: `${prefix}-listener` });
  return {
    client,
    subscriber,
    key: (...parts) => [prefix, ...parts].join(":"),
    async check() {
      // A write: a full disk, a lost quorum or a replica answer a ping, too.
      await client.set(`${prefix}:health`, "1", "PX", 10_000);
    },
    async close() {
      stopWatching();
      await subscriber.close();
      client.disconnect();
    },
  };
}

/** The clients of single nodes behind a client: masters of a cluster, or the one it is. */
export function mastersOf(client: RedisClient): RedisClient[] {
  return client instanceof Cluster ? client.nodes("master") : [client];
}
