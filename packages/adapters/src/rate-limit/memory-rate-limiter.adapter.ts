import { LRUCache } from "lru-cache";
import type { Counter } from "./counting-rate-limiter.adapter";
import { CountingRateLimiter } from "./counting-rate-limiter.adapter";
import type { RateLimiter, RateLimitPolicy } from "./rate-limit.port";
import type { WindowState } from "./sliding-window";
import { EMPTY_WINDOW, SLICES, spendInWindow } from "./sliding-window";

/** Keys of one policy that are remembered, those asked for last. */
const MOST_KEYS = 200_000;

function memoryCounter(policy: RateLimitPolicy): Counter {
  const longestS = Math.max(policy.windowS * (1 + 1 / SLICES), policy.blockS ?? 0);
  const ttl = Math.ceil(longestS * 1_000);
  const windows = new LRUCache<string, WindowState>({ max: MOST_KEYS, ttl });
  const look = (key: string, points: number) =>
    spendInWindow(windows.get(key) ?? EMPTY_WINDOW, policy, { points, now: Date.now() });
  return {
    async consume(key, points) {
      const reading = look(key, points);
      windows.set(key, reading.state);
      return reading;
    },
    get: async (key) => look(key, 0),
    delete: async (key) => windows.delete(key),
  };
}

/** Counts in this process: for request limits of a single node. */
export function createMemoryRateLimiter(): RateLimiter {
  return new CountingRateLimiter({ counterOf: memoryCounter });
}
