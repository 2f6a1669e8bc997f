import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { RateLimiter, RateLimitPolicy, RateLimitResult } from "./rate-limit.port";

/** The rules that every rate limiter keeps. */
export function rateLimitContract(name: string, open: () => Promise<RateLimiter>): void {
  describe(`rate limit: ${name}`, () => {
    let limiter: RateLimiter;
    let policy: RateLimitPolicy;
    let key: string;
    beforeEach(async () => {
      limiter = await open();
      key = `+9053${Math.random()}`;
      policy = {
        name: `test.${randomUUID()}`,
        points: 3,
        windowS: 60,
        kind: "attempt",
        onFailure: "closed",
      };
    });

    it("allows as many as the policy says, then refuses and says until when", async () => {
      const results: RateLimitResult[] = [];
      for (let i = 0; i < 4; i += 1) results.push(await limiter.consume(policy, key));
      expect(results.map(({ allowed }) => allowed)).toEqual([true, true, true, false]);
      expect(results.map(({ remaining }) => remaining)).toEqual([2, 1, 0, 0]);
      expect(results[3]).toMatchObject({ limit: 3, degraded: false });
      expect(results[3]?.retryInMs).toBeGreaterThan(50_000);
      expect(results[3]?.retryInMs).toBeLessThanOrEqual(60_000);
    });

    it("counts exactly when many come at once", async () => {
      const results = await Promise.all(
        Array.from({ length: 40 }, () => limiter.consume({ ...policy, points: 10 }, key)),
      );
      expect(results.filter(({ allowed }) => allowed)).toHaveLength(10);
    });

    it("keeps keys and policies apart, whatever their length", async () => {
      const long = "k".repeat(2_000);
      await limiter.consume(policy, key, 3);
      expect((await limiter.consume(policy, `${key}-other`)).allowed).toBe(true);
      expect((await limiter.consume({ ...policy, name: `${policy.name}.b` }, key)).allowed).toBe(
        true,
      );
      expect((await limiter.consume(policy, long)).allowed).toBe(true);
      expect((await limiter.consume(policy, `${long}x`)).remaining).toBe(2);
    });

    it("shows the state without spending", async () => {
      expect(await limiter.peek(policy, key)).toMatchObject({ allowed: true, remaining: 3 });
      await limiter.consume(policy, key, 2);
      expect(await limiter.peek(policy, key)).toMatchObject({ allowed: true, remaining: 1 });
      expect(await limiter.peek(policy, key)).toMatchObject({ allowed: true, remaining: 1 });
      await limiter.consume(policy, key, 2);
      expect(await limiter.peek(policy, key)).toMatchObject({ allowed: false, remaining: 0 });
    });

    it("starts again after a reset and after the window", async () => {
      await limiter.consume(policy, key, 4);
      await limiter.reset(policy, key);
      expect((await limiter.consume(policy, key)).remaining).toBe(2);
      const short = { ...policy, name: `${policy.name}.short`, windowS: 1 };
      await limiter.consume(short, key, 4);
      expect((await limiter.peek(short, key)).allowed).toBe(false);
      await vi.waitFor(async () => expect((await limiter.peek(short, key)).allowed).toBe(true), {
        timeout: 4_000,
        interval: 50,
      });
    });

    it("slides: what was spent early comes back early", async () => {
      const sliding = { ...policy, points: 4, windowS: 3 };
      expect((await limiter.consume(sliding, "a", 2)).remaining).toBe(2);
      // Counted from here the first points are gone for certain after a window and one of its slices,
      // and the later ones still there for more than a second, however slow the machine.
      const spent = performance.now();
      const at = (ms: number) =>
        vi.waitFor(() => expect(performance.now() - spent).toBeGreaterThan(ms), 5_000);
      await at(1_800);
      expect((await limiter.consume(sliding, "a", 2)).remaining).toBe(0);
      // A window that started with the first point would be new now, and allow four.
      await at(3_200);
      expect(await limiter.consume(sliding, "a")).toMatchObject({ allowed: true, remaining: 1 });
      expect(await limiter.consume(sliding, "a")).toMatchObject({ allowed: true, remaining: 0 });
      expect((await limiter.consume(sliding, "a")).allowed).toBe(false);
    });

    it("lets in again whoever never stopped asking", async () => {
      const short = { ...policy, points: 5, windowS: 1 };
      for (let i = 0; i < 50; i += 1) await limiter.consume(short, "a");
      await vi.waitFor(async () => expect((await limiter.consume(short, "a")).allowed).toBe(true), {
        timeout: 10_000,
        interval: 20,
      });
    });

    it("blocks for longer than the window when the policy says so", async () => {
      const strict = { ...policy, name: `${policy.name}.strict`, blockS: 600 };
      expect((await limiter.consume(strict, key, 4)).retryInMs).toBeGreaterThan(60_000);
      expect((await limiter.peek(strict, key)).allowed).toBe(false);
    });
  });
}
