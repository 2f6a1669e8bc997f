import type { Logger } from "@oto/observability";
import { RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import type { RedisConnections } from "../redis/redis-connections";
import { RedisScript } from "../redis/redis-script";
import { FlexibleRateLimiter } from "./flexible-rate-limiter.adapter";
import type { RateLimiter, RateLimitPolicy } from "./rate-limit.port";
import { SLIDING_WINDOW } from "./redis-sliding-window";

const LOOK = new RedisScript(SLIDING_WINDOW);

/** rate-limiter-flexible's counter in Redis with a window that slides. */
class SlidingRedisCounter extends RateLimiterRedis {
  readonly #redis: RedisConnections;
  readonly #policy: RateLimitPolicy;

  constructor(redis: RedisConnections, policy: RateLimitPolicy) {
    super({
      storeClient: redis.client,
      keyPrefix: redis.key("limit", policy.name),
      points: policy.points,
      duration: policy.windowS,
      blockDuration: policy.blockS ?? 0,
      customIncrTtlLuaScript: SLIDING_WINDOW,
    });
    this.#redis = redis;
    this.#policy = policy;
  }

  /** The library reads a plain number; the window is a hash. */
  override async get(key: string | number): Promise<RateLimiterRes | null> {
    const { points, windowS } = this.#policy;
    const values = [0, windowS, points];
    const answer = await LOOK.run(this.#redis.client, [this.getKey(key)], values);
    const [spent, waitMs] = answer as [number, number];
    if (spent === 0) return null;
    return new RateLimiterRes(Math.max(0, points - spent), waitMs, spent, false);
  }
}

export interface RedisRateLimiterOptions {
  readonly redis: RedisConnections;
  readonly logger?: Logger | undefined;
}

/** Counts in Redis, for all processes. What counting means while it is away, the policy says. */
export function createRedisRateLimiter({ redis, logger }: RedisRateLimiterOptions): RateLimiter {
  return new FlexibleRateLimiter({
    logger,
    timeoutMs: 1_000,
    counterOf: (policy) => new SlidingRedisCounter(redis, policy),
  });
}
