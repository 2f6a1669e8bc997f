import type { Logger } from "@oto/observability";
import { RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import type { RedisConnections } from "../redis/redis-connections";
import { RedisScript } from "../redis/redis-script";
import type { Count, Counter } from "./counting-rate-limiter.adapter";
import { CountingRateLimiter } from "./counting-rate-limiter.adapter";
import type { RateLimiter, RateLimitPolicy } from "./rate-limit.port";
import { SLIDING_WINDOW } from "./redis-sliding-window";

const LOOK = new RedisScript(SLIDING_WINDOW);

const toCount = ({ consumedPoints, msBeforeNext }: RateLimiterRes): Count => ({
  spent: consumedPoints,
  waitMs: msBeforeNext,
});

/** rate-limiter-flexible's counter with a window that slides. */
function redisCounter(redis: RedisConnections, policy: RateLimitPolicy): Counter {
  const { points: limit, windowS, blockS = 0 } = policy;
  const counter = new RateLimiterRedis({
    storeClient: redis.client,
    keyPrefix: redis.key("limit", policy.name),
    points: limit,
    duration: windowS,
    blockDuration: blockS,
    customIncrTtlLuaScript: SLIDING_WINDOW,
  });
  return {
    async consume(key, points) {
      try {
        return toCount(await counter.consume(key, points));
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return toCount(refusal);
        throw refusal;
      }
    },
    /** The library reads a plain number; the window is a hash. */
    async get(key) {
      const answer = await LOOK.run(redis.client, [counter.getKey(key)], [0, windowS, limit]);
      const [spent, waitMs] = answer as [number, number];
      return { spent, waitMs };
    },
    delete: (key) => counter.delete(key),
  };
}

export interface RedisRateLimiterOptions {
  readonly redis: RedisConnections;
  readonly logger?: Logger | undefined;
}

/** Counts in Redis, for all processes. What counting means while it is away, the policy says. */
export function createRedisRateLimiter({ redis, logger }: RedisRateLimiterOptions): RateLimiter {
  return new CountingRateLimiter({
    logger,
    timeoutMs: 1_000,
    counterOf: (policy) => redisCounter(redis, policy),
  });
}
