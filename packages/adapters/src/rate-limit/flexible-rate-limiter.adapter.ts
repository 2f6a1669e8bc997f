import { createHash } from "node:crypto";
import type { Logger } from "@oto/observability";
import type { RateLimiterAbstract } from "rate-limiter-flexible";
import { RateLimiterRes } from "rate-limiter-flexible";
import type { RateLimiter, RateLimitPolicy, RateLimitResult } from "./rate-limit.port";

export interface FlexibleRateLimiterOptions {
  /** Makes the counter of a policy. */
  readonly counterOf: (policy: RateLimitPolicy) => RateLimiterAbstract;
  readonly logger?: Logger | undefined;
  /** Milliseconds after which counting is given up. */
  readonly timeoutMs?: number;
}

const DEGRADED_RETRY_MS = 5_000;
const COMPLAIN_EVERY_MS = 10_000;

/** Keys hold phones and addresses: only their hash is stored. */
function hashed(key: string): string {
  return createHash("sha256").update(key).digest("base64url");
}

function toResult(policy: RateLimitPolicy, state: RateLimiterRes | null): RateLimitResult {
  const consumed = state?.consumedPoints ?? 0;
  return {
    allowed: consumed <= policy.points,
    limit: policy.points,
    remaining: Math.max(0, policy.points - consumed),
    retryInMs: consumed === 0 ? 0 : Math.max(0, state?.msBeforeNext ?? 0),
    degraded: false,
  };
}

/** Rate limiter over any store of rate-limiter-flexible. */
export class FlexibleRateLimiter implements RateLimiter {
  readonly #options: FlexibleRateLimiterOptions;
  readonly #counters = new Map<string, RateLimiterAbstract>();
  #complainedAt = Number.NEGATIVE_INFINITY;

  constructor(options: FlexibleRateLimiterOptions) {
    this.#options = options;
  }

  consume(policy: RateLimitPolicy, key: string, points = 1): Promise<RateLimitResult> {
    return this.#guard(policy, async () => {
      try {
        return toResult(policy, await this.#counter(policy).consume(hashed(key), points));
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) {
          return { ...toResult(policy, refusal), allowed: false, remaining: 0 };
        }
        throw refusal;
      }
    });
  }

  peek(policy: RateLimitPolicy, key: string): Promise<RateLimitResult> {
    return this.#guard(policy, async () =>
      toResult(policy, await this.#counter(policy).get(hashed(key))),
    );
  }

  async reset(policy: RateLimitPolicy, key: string): Promise<void> {
    await this.#guard(policy, async () => {
      await this.#counter(policy).delete(hashed(key));
      return toResult(policy, null);
    });
  }

  #counter(policy: RateLimitPolicy): RateLimiterAbstract {
    const known = this.#counters.get(policy.name);
    if (known) return known;
    const counter = this.#options.counterOf(policy);
    this.#counters.set(policy.name, counter);
    return counter;
  }

  async #guard(
    policy: RateLimitPolicy,
    count: () => Promise<RateLimitResult>,
  ): Promise<RateLimitResult> {
    const { timeoutMs = 2_000 } = this.#options;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no count in ${timeoutMs} ms`)), timeoutMs);
    });
    try {
      return await Promise.race([count(), late]);
    } catch (error) {
      this.#complain(error, policy);
      const allowed = policy.onFailure === "open";
      return {
        allowed,
        limit: policy.points,
        remaining: allowed ? 1 : 0,
        retryInMs: allowed ? 0 : DEGRADED_RETRY_MS,
        degraded: true,
      };
    } finally {
      clearTimeout(timer);
    }
  }

  /** Every request would say the same while the store is away. */
  #complain(error: unknown, policy: RateLimitPolicy): void {
    const now = performance.now();
    if (now - this.#complainedAt < COMPLAIN_EVERY_MS) return;
    this.#complainedAt = now;
    const line = `rate limits cannot be counted; this one fails ${policy.onFailure}`;
    this.#options.logger?.error({ err: error, policy: policy.name }, line);
  }
}
