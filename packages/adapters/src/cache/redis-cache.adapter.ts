import type { Logger } from "@oto/observability";
import type { RedisConnections } from "../redis/redis-connections";
import type { Cache, CacheOptions } from "./cache.port";
import type { Found, Versions } from "./redis-cache-store";
import { RedisCacheStore, stateOf } from "./redis-cache-store";

/** Milliseconds that a lock outlives a process that dies while it loads. */
const LEASE_MS = 3_000;
const RENEW_EVERY_MS = 1_000;
/** Milliseconds that others wait for a load before they load for themselves. */
const PATIENCE_MS = 5_000;
const FIRST_LOOK_MS = 5;
const LONGEST_PAUSE_MS = 50;
const COMPLAIN_EVERY_MS = 10_000;

/** The state of the world while Redis cannot say. */
const UNKNOWN = "away";

export interface RedisCacheOptions {
  readonly redis: RedisConnections;
  readonly logger?: Logger | undefined;
  readonly onLookup?: ((result: "hit" | "miss") => void) | undefined;
  readonly patienceMs?: number;
}

interface Load {
  /** What it depends on, as it was when it began. */
  readonly state: string;
  readonly promise: Promise<unknown>;
}

interface Filling<Value> {
  readonly key: string;
  readonly options: CacheOptions;
  readonly versions: Versions;
  readonly state: string;
  load(): Promise<Value>;
}

/**
 * Cache that all processes share. One of them loads, the others wait for what it keeps. While Redis
 * is away every process loads for itself, callers at the same moment together.
 */
export class RedisCache implements Cache {
  readonly #store: RedisCacheStore;
  readonly #options: RedisCacheOptions;
  readonly #loads = new Map<string, Load>();
  #complainedAt = Number.NEGATIVE_INFINITY;

  constructor(options: RedisCacheOptions) {
    this.#options = options;
    this.#store = new RedisCacheStore(options.redis);
  }

  async get<Value>(key: string): Promise<Value | undefined> {
    const seen = await this.#try(() => this.#store.find(key, []));
    return this.#count(seen?.found)?.value as Value | undefined;
  }

  async set(key: string, value: unknown, { ttlMs, tags = [] }: CacheOptions): Promise<void> {
    await this.#try(async () => {
      const versions = await this.#store.versionsOf(unique(tags));
      await this.#store.put(key, { value, versions, ttlMs });
    });
  }

  async getOrLoad<Value>(
    key: string,
    options: CacheOptions,
    load: () => Promise<Value>,
  ): Promise<Value> {
    const tags = unique(options.tags ?? []);
    const seen = await this.#try(() => this.#store.find(key, tags));
    const found = this.#count(seen?.found);
    if (found) return found.value as Value;
    const versions = seen && (await this.#try(() => this.#store.versionsOf(tags, seen.versions)));
    if (!versions) return this.#share(key, UNKNOWN, load);
    const state = stateOf(versions);
    return this.#share(key, state, () => this.#fill({ key, options, versions, state, load }));
  }

  async delete(key: string): Promise<void> {
    this.#loads.delete(key);
    await this.#store.delete(key);
  }

  async invalidateTags(tags: readonly string[]): Promise<void> {
    await this.#store.invalidate(unique(tags));
  }

  async close(): Promise<void> {
    this.#store.close();
    this.#loads.clear();
  }

  /** Joins the load that runs here, unless an invalidation has come since it began. */
  #share<Value>(key: string, state: string, run: () => Promise<Value>): Promise<Value> {
    const running = this.#loads.get(key);
    if (running?.state === state) return running.promise as Promise<Value>;
    const started: Load = {
      state,
      promise: run().finally(() => {
        if (this.#loads.get(key) === started) this.#loads.delete(key);
      }),
    };
    this.#loads.set(key, started);
    return started.promise as Promise<Value>;
  }

  /** Loads under the lock, or waits until whoever has it is done. */
  async #fill<Value>(filling: Filling<Value>): Promise<Value> {
    const { key, options, state, load } = filling;
    const find = () => this.#try(() => this.#store.find(key, unique(options.tags ?? [])));
    const end = performance.now() + (this.#options.patienceMs ?? PATIENCE_MS);
    for (let pause = FIRST_LOOK_MS; performance.now() < end; pause *= 2) {
      const turn = await this.#try(async () => ({
        holder: await this.#store.take(key, state, LEASE_MS),
      }));
      if (!turn) return load();
      const { holder } = turn;
      if (!holder) {
        await new Promise((resolve) => setTimeout(resolve, Math.min(pause, LONGEST_PAUSE_MS)));
      }
      // Also for the one whose turn it is: the last holder may just have kept it.
      const seen = await find();
      if (!seen?.found && !holder) continue;
      if (!seen?.found) return this.#loadAndKeep(filling, holder ?? "");
      if (holder) await this.#try(() => this.#store.drop(key, holder));
      return seen.found.value as Value;
    }
    return load();
  }

  async #loadAndKeep<Value>(filling: Filling<Value>, holder: string): Promise<Value> {
    const { key, options, versions, load } = filling;
    const renewing = setInterval(
      () => void this.#try(() => this.#store.renew(key, holder, LEASE_MS)),
      RENEW_EVERY_MS,
    );
    renewing.unref();
    try {
      const value = await load();
      await this.#try(() =>
        value === undefined
          ? this.#store.drop(key, holder)
          : this.#store.putLoaded(key, holder, { value, versions, ttlMs: options.ttlMs }),
      );
      return value;
    } catch (error) {
      await this.#try(() => this.#store.drop(key, holder));
      throw error;
    } finally {
      clearInterval(renewing);
    }
  }

  /** What Redis says, or undefined while it cannot: a cache may always have forgotten. */
  async #try<Answer>(ask: () => Promise<Answer>): Promise<Answer | undefined> {
    try {
      return await ask();
    } catch (error) {
      const now = performance.now();
      if (now - this.#complainedAt > COMPLAIN_EVERY_MS) {
        this.#complainedAt = now;
        this.#options.logger?.warn({ err: error }, "the cache cannot be reached; loading instead");
      }
      return undefined;
    }
  }

  #count(found: Found | undefined): Found | undefined {
    this.#options.onLookup?.(found ? "hit" : "miss");
    return found;
  }
}

const unique = (tags: readonly string[]): string[] => [...new Set(tags)];
