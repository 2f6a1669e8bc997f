import type { RateLimiter, RateLimitPolicy, RateLimitResult } from "./rate-limit.port";

export interface RateLimiterByKindOptions {
  /** Counts the policies of kind `request`. */
  readonly requests: RateLimiter;
  /** Counts the policies of kind `attempt`. */
  readonly attempts: RateLimiter;
  /** False lets every request pass; attempts are counted all the same. */
  readonly limitRequests: boolean;
}

/** Sends each policy to the store that fits its kind. */
export class RateLimiterByKind implements RateLimiter {
  readonly #options: RateLimiterByKindOptions;

  constructor(options: RateLimiterByKindOptions) {
    this.#options = options;
  }

  async consume(policy: RateLimitPolicy, key: string, points = 1): Promise<RateLimitResult> {
    return this.#isOff(policy) ? unlimited(policy) : this.#of(policy).consume(policy, key, points);
  }

  async peek(policy: RateLimitPolicy, key: string): Promise<RateLimitResult> {
    return this.#isOff(policy) ? unlimited(policy) : this.#of(policy).peek(policy, key);
  }

  async reset(policy: RateLimitPolicy, key: string): Promise<void> {
    await this.#of(policy).reset(policy, key);
  }

  #of({ kind }: RateLimitPolicy): RateLimiter {
    return kind === "request" ? this.#options.requests : this.#options.attempts;
  }

  #isOff({ kind }: RateLimitPolicy): boolean {
    return kind === "request" && !this.#options.limitRequests;
  }
}

function unlimited({ points }: RateLimitPolicy): RateLimitResult {
  return { allowed: true, limit: points, remaining: points, retryInMs: 0, degraded: false };
}
