/** A limit by name; the same name always means the same numbers. */
export interface RateLimitPolicy {
  /** Unique; part of the counter's key and of logs. */
  readonly name: string;
  /** Points that may be spent in a window. */
  readonly points: number;
  /** Seconds of the window, which slides: each point comes back by itself, a window after it was spent. */
  readonly windowS: number;
  /** Seconds of being refused once the points are spent; the rest of the window unless given. */
  readonly blockS?: number;
  /**
   * `request`: protects capacity; counted per process on a single node, and may be switched off as
   * a whole outside production. `attempt`: protects a secret (OTP, password); counted durably for
   * all processes, never switched off.
   */
  readonly kind: "request" | "attempt";
  /** What to answer while counting is impossible. Whatever guards a secret is `closed`. */
  readonly onFailure: "open" | "closed";
}

export interface RateLimitResult {
  readonly allowed: boolean;
  readonly limit: number;
  readonly remaining: number;
  /** Milliseconds until points come back; 0 when none are spent. */
  readonly retryInMs: number;
  /** True when nothing could be counted and `onFailure` decided. */
  readonly degraded: boolean;
}

/** Counts by policy and key (an IP, a phone, a gallery id …). Never rejects. */
export interface RateLimiter {
  /** Spends points (1 unless said) and says whether that was allowed. */
  consume(policy: RateLimitPolicy, key: string, points?: number): Promise<RateLimitResult>;
  /** The state without spending. */
  peek(policy: RateLimitPolicy, key: string): Promise<RateLimitResult>;
  /** Forgets what was spent: a right password clears the wrong ones. */
  reset(policy: RateLimitPolicy, key: string): Promise<void>;
}
