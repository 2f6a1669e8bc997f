import type { Logger } from "@oto/observability";
import type { Pool } from "pg";
import type { Cache } from "./cache/cache.port";
import { MemoryCache } from "./cache/memory-cache.adapter";
import { RedisCache } from "./cache/redis-cache.adapter";
import type { AdaptersEnv } from "./env";
import type { OneTimeTickets } from "./one-time-ticket/one-time-ticket.port";
import { PostgresOneTimeTickets } from "./one-time-ticket/postgres-one-time-tickets.adapter";
import { RedisOneTimeTickets } from "./one-time-ticket/redis-one-time-tickets.adapter";
import type { ListeningConnection } from "./postgres/listening-connection";
import { PostgresPresence } from "./presence/postgres-presence.adapter";
import type { Presence } from "./presence/presence.port";
import { RedisPresence } from "./presence/redis-presence.adapter";
import { PostgresPubSub } from "./pub-sub/postgres-pub-sub.adapter";
import type { PubSub } from "./pub-sub/pub-sub.port";
import { RedisPubSub } from "./pub-sub/redis-pub-sub.adapter";
import { createMemoryRateLimiter } from "./rate-limit/memory-rate-limiter.adapter";
import { createPostgresRateLimiter } from "./rate-limit/postgres-rate-limiter.adapter";
import type { RateLimiter } from "./rate-limit/rate-limit.port";
import { RateLimiterByKind } from "./rate-limit/rate-limiter-by-kind.adapter";
import { createRedisRateLimiter } from "./rate-limit/redis-rate-limiter.adapter";
import { openRedis } from "./redis/redis-connections";
import type { RedisTarget } from "./redis/redis-url";
import { ListedRevocations } from "./revocation/listed-revocations.adapter";
import { PostgresRevocationList } from "./revocation/postgres-revocation-list";
import { RedisRevocationList } from "./revocation/redis-revocation-list";
import type { Revocations } from "./revocation/revocation.port";

/** What all processes of an installation share for a short time. */
export interface SharedState {
  readonly cache: Cache;
  readonly rateLimiter: RateLimiter;
  readonly pubSub: PubSub;
  readonly presence: Presence;
  readonly tickets: OneTimeTickets;
  readonly revocations: Revocations;
}

/** Shared state with the connections it holds. */
export interface OpenSharedState extends SharedState {
  /** Checks by name of what the platform does without while it is away: reads go on, slower. */
  readonly degradable: Readonly<Record<string, () => Promise<void>>>;
  close(): Promise<void>;
}

export interface SharedStateResources {
  readonly pool: Pool;
  readonly connection: ListeningConnection;
  readonly logger?: Logger | undefined;
  readonly onCacheLookup?: ((result: "hit" | "miss") => void) | undefined;
}

/** Opens what processes share: in Redis where the environment names one, else in PostgreSQL. */
export function createSharedState(
  env: AdaptersEnv,
  resources: SharedStateResources,
): Promise<OpenSharedState> {
  const limitRequests = env.OTO_RATE_LIMITS === "on";
  return env.REDIS_URL
    ? onRedis(env.REDIS_URL, resources, limitRequests)
    : onPostgres(resources, limitRequests);
}

async function onPostgres(
  { pool, connection, logger, onCacheLookup }: SharedStateResources,
  limitRequests: boolean,
): Promise<OpenSharedState> {
  const pubSub = new PostgresPubSub({ pool, connection, logger });
  const cache = new MemoryCache({
    pubSub,
    logger,
    ...(onCacheLookup ? { onLookup: onCacheLookup } : {}),
  });
  const list = new PostgresRevocationList(pool);
  const revocations = new ListedRevocations({ list, pubSub, logger });
  return {
    cache,
    pubSub,
    revocations,
    presence: new PostgresPresence(pool),
    tickets: new PostgresOneTimeTickets(pool),
    rateLimiter: new RateLimiterByKind({
      requests: createMemoryRateLimiter(),
      attempts: createPostgresRateLimiter({ pool, logger }),
      limitRequests,
    }),
    degradable: {},
    async close() {
      await revocations.close();
      await cache.close();
      await pubSub.close();
    },
  };
}

async function onRedis(
  target: RedisTarget,
  { logger, onCacheLookup }: SharedStateResources,
  limitRequests: boolean,
): Promise<OpenSharedState> {
  const redis = await openRedis({ target, logger });
  const pubSub = new RedisPubSub(redis);
  const cache = new RedisCache({ redis, logger, onLookup: onCacheLookup });
  const limiter = createRedisRateLimiter({ redis, logger });
  const list = new RedisRevocationList(redis);
  const revocations = new ListedRevocations({ list, pubSub, logger });
  return {
    cache,
    pubSub,
    revocations,
    presence: new RedisPresence(redis),
    tickets: new RedisOneTimeTickets(redis),
    rateLimiter: new RateLimiterByKind({ requests: limiter, attempts: limiter, limitRequests }),
    degradable: { redis: () => redis.check() },
    async close() {
      await revocations.close();
      await cache.close();
      await pubSub.close();
      await redis.close();
    },
  };
}
