import { RateLimiterMemory } from "rate-limiter-flexible";
import { FlexibleRateLimiter } from "./flexible-rate-limiter.adapter";
import type { RateLimiter } from "./rate-limit.port";

/** Counts in this process: for request limits of a single node. */
export function createMemoryRateLimiter(): RateLimiter {
  return new FlexibleRateLimiter({
    counterOf: ({ name, points, windowS, blockS = 0 }) =>
      new RateLimiterMemory({ keyPrefix: name, points, duration: windowS, blockDuration: blockS }),
  });
}
