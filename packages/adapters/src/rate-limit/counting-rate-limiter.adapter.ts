import { createHash } from "node:crypto";
import type { Logger } from "@oto/observability";
import type { RateLimiter, RateLimitPolicy, RateLimitResult } from "./rate-limit.port";

/** What a counter says: points that count, and when more may be spent. */
export interface Count {
  readonly spent: number;
  readonly waitMs: number;
}

/** Counts one policy by key. */
export interface Counter {
  /** Spends, and says what counts now; more than the policy's points means refused. */
  consume(key: string, points: number): Promise<Count>;
  /** The state without spending; null when nothing is spent. */
  get(key: string): Promise<Count | null>;
  delete(key: string): Promise<unknown>;
}

export interface CountingRateLimiterOptions {
  /** Makes the counter of a policy. */
  readonly counterOf: (policy: RateLimitPolicy) => Counter;
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

function toResult(policy: RateLimitPolicy, count: Count | null): RateLimitResult {
  const spent = count?.spent ?? 0;
  return {
    allowed: spent <= policy.points,
    limit: policy.points,
    remaining: Math.max(0, policy.points - spent),
    retryInMs: spent === 0 ? 0 : Math.max(0, count?.waitMs ?? 0),
    degraded: false,
  };
}

/** Rate limiter over any counters: what they cannot count, the policy answers. */
export class CountingRateLimiter implements RateLimiter {
  readonly #options: CountingRateLimiterOptions;
  readonly #counters = new Map<string, Counter>();
  #complainedAt = Number.NEGATIVE_INFINITY;

  constructor(options: CountingRateLimiterOptions) {
    this.#options = options;
  }

  consume(policy: RateLimitPolicy, key: string, points = 1): Promise<RateLimitResult> {
    return this.#guard(policy, async () =>
      toResult(policy, await this.#counter(policy).consume(hashed(key), points)),
    );
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

  #counter(policy: RateLimitPolicy): Counter {
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
