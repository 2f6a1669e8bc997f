import type { RedisOptions } from "ioredis";
import { Cluster, Redis } from "ioredis";
import type { RedisTarget } from "./redis-url";

export type RedisClient = Redis | Cluster;

/** Milliseconds after which an answer is not waited for any longer. */
export const COMMAND_TIMEOUT_MS = 700;
const LONGEST_RETRY_MS = 1_000;

const backOff = (times: number): number => Math.min(50 * 2 ** Math.min(times, 6), LONGEST_RETRY_MS);

const giveUp = () => null;

function access(target: RedisTarget) {
  return {
    ...(target.username ? { username: target.username } : {}),
    ...(target.password ? { password: target.password } : {}),
    ...(target.tls ? { tls: {} } : {}),
  };
}

/**
 * A connection that fails fast: what cannot be sent now is refused, and what was sent is never sent
 * again, since its effect may have happened.
 */
const FAIL_FAST = {
  lazyConnect: true,
  connectTimeout: 2_000,
  commandTimeout: COMMAND_TIMEOUT_MS,
  // A server that hangs (a paused machine) is given up instead of costing every command its time.
  socketTimeout: 2 * COMMAND_TIMEOUT_MS,
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
  maxRetriesPerRequest: 0,
  // A master that a failover made a replica refuses writes: look for the new one.
  reconnectOnError: (error: Error) => error.message.startsWith("READONLY"),
} satisfies RedisOptions;

type OneMaster = Exclude<RedisTarget, { kind: "cluster" }>;

function placeOf(target: OneMaster, sentinelRetryStrategy: (times: number) => number | null) {
  if (target.kind === "single") return { ...target.node, db: target.db };
  return {
    sentinels: [...target.sentinels],
    name: target.master,
    db: target.db,
    sentinelRetryStrategy,
    sentinelCommandTimeout: COMMAND_TIMEOUT_MS,
    ...(target.sentinelPassword ? { sentinelPassword: target.sentinelPassword } : {}),
    ...(target.tls ? { enableTLSForSentinelMode: true, sentinelTLS: {} } : {}),
  };
}

/** A client for commands that reconnects by itself and fails fast meanwhile. Not connected yet. */
export function createCommandClient(target: RedisTarget, connectionName: string): RedisClient {
  if (target.kind !== "cluster") {
    return new Redis({
      ...FAIL_FAST,
      ...access(target),
      ...placeOf(target, backOff),
      connectionName,
      retryStrategy: backOff,
    });
  }
  const { enableOfflineQueue, ...node } = FAIL_FAST;
  return new Cluster([...target.nodes], {
    lazyConnect: true,
    enableOfflineQueue,
    clusterRetryStrategy: backOff,
    clusterNodeRetryStrategy: backOff,
    slotsRefreshTimeout: COMMAND_TIMEOUT_MS,
    // Redirections and a master's replacement, while a caller waits.
    maxRedirections: 4,
    retryDelayOnFailover: 100,
    retryDelayOnClusterDown: 100,
    redisOptions: { ...node, ...access(target), connectionName },
  });
}

/**
 * One connection for subscriptions, to be opened once and replaced when it ends. Every node of a
 * cluster passes on what any of them publishes, so `attempt` picks one after the other.
 */
export function createSubscriberClient(
  target: RedisTarget,
  { attempt, connectionName }: { attempt: number; connectionName: string },
): Redis {
  const place =
    target.kind === "cluster"
      ? { ...target.nodes[attempt % target.nodes.length] }
      : placeOf(target, giveUp);
  return new Redis({
    ...FAIL_FAST,
    ...access(target),
    ...place,
    connectionName,
    autoResubscribe: false,
    retryStrategy: null,
  });
}
