import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Cache } from "./cache.port";

export interface CacheHarness {
  /** The cache of another process. */
  connect(): Promise<Cache>;
  /** Breaks every connection once; they come back by themselves. */
  cut(): Promise<void>;
}

const PATIENCE = { timeout: 8_000, interval: 10 };
const MINUTE = { ttlMs: 60_000 };

function deferred<Value>() {
  let resolve: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

/** The rules that every cache keeps. */
export function cacheContract(name: string, open: () => Promise<CacheHarness>): void {
  describe(`cache: ${name}`, () => {
    let harness: CacheHarness;
    let one: Cache;
    let two: Cache;
    let key: string;
    let tag: string;
    beforeEach(async () => {
      harness = await open();
      [one, two] = await Promise.all([harness.connect(), harness.connect()]);
      key = randomUUID();
      tag = `gallery:${randomUUID()}`;
    });
    afterEach(async () => {
      await Promise.all([one.close(), two.close()]);
    });

    it("keeps values until they are deleted", async () => {
      expect(await one.get(key)).toBeUndefined();
      await one.set(key, { a: [1, null, "ş"] }, MINUTE);
      expect(await one.get(key)).toEqual({ a: [1, null, "ş"] });
      await one.delete(key);
      expect(await one.get(key)).toBeUndefined();
    });

    it("forgets after the time given", async () => {
      await one.set(key, 1, { ttlMs: 30 });
      await vi.waitFor(async () => expect(await one.get(key)).toBeUndefined(), PATIENCE);
    });

    it("loads once for all who ask at the same time, then not at all", async () => {
      const gate = deferred<string>();
      const load = vi.fn(() => gate.promise);
      const asked = Array.from({ length: 50 }, () => one.getOrLoad(key, MINUTE, load));
      gate.resolve("value");
      expect(new Set(await Promise.all(asked))).toEqual(new Set(["value"]));
      expect(await one.getOrLoad(key, MINUTE, load)).toBe("value");
      expect(load).toHaveBeenCalledTimes(1);
    });

    it("tells all who wait when a load fails, and loads again next time", async () => {
      const fail = async () => {
        throw new Error("database away");
      };
      const asked = [one.getOrLoad(key, MINUTE, fail), one.getOrLoad(key, MINUTE, fail)];
      for (const result of await Promise.allSettled(asked)) expect(result.status).toBe("rejected");
      expect(await one.getOrLoad(key, MINUTE, async () => 2)).toBe(2);
    });

    it("forgets everything under a tag, and nothing else", async () => {
      await one.set(key, 1, { ...MINUTE, tags: [tag, "search"] });
      await one.set(`${key}-2`, 2, { ...MINUTE, tags: [tag] });
      await one.set(`${key}-3`, 3, { ...MINUTE, tags: [`${tag}-other`] });
      await one.invalidateTags([tag]);
      expect(await one.get(key)).toBeUndefined();
      expect(await one.get(`${key}-2`)).toBeUndefined();
      expect(await one.get(`${key}-3`)).toBe(3);
    });

    it("does not keep what was loaded before an invalidation", async () => {
      const gate = deferred<string>();
      const entered = deferred<void>();
      const options = { ...MINUTE, tags: [tag] };
      const early = one.getOrLoad(key, options, () => {
        entered.resolve();
        return gate.promise;
      });
      await entered.promise;
      await one.invalidateTags([tag]);
      const late = one.getOrLoad(key, options, async () => "new");
      gate.resolve("old");
      expect(await early).toBe("old");
      expect(await late).toBe("new");
      expect(await one.get(key)).toBe("new");
    });

    it("carries invalidations and deletions to the other processes", async () => {
      for (const cache of [one, two]) {
        await cache.set(key, 1, { ...MINUTE, tags: [tag] });
        await cache.set(`${key}-2`, 2, MINUTE);
      }
      await one.invalidateTags([tag, ...Array.from({ length: 300 }, () => randomUUID())]);
      await one.delete(`${key}-2`);
      await vi.waitFor(async () => {
        expect(await two.get(key)).toBeUndefined();
        expect(await two.get(`${key}-2`)).toBeUndefined();
      }, PATIENCE);
    });

    it("is never older than an invalidation, also after a break", async () => {
      await two.set(key, 1, { ...MINUTE, tags: [tag] });
      await harness.cut();
      await vi.waitFor(() => one.invalidateTags([tag]), PATIENCE);
      await vi.waitFor(async () => expect(await two.get(key)).toBeUndefined(), PATIENCE);
      await vi.waitFor(async () => {
        await two.set(key, 2, { ...MINUTE, tags: [tag] });
        expect(await two.get(key)).toBe(2);
        await one.invalidateTags([tag]);
        await vi.waitFor(async () => expect(await two.get(key)).toBeUndefined());
      }, PATIENCE);
    });
  });
}
