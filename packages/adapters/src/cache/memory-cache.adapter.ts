import { randomUUID } from "node:crypto";
import type { Logger } from "@oto/observability";
import { LRUCache } from "lru-cache";
import type { PubSub } from "../pub-sub/pub-sub.port";
import type { Cache, CacheOptions } from "./cache.port";

const TOPIC = "cache.invalidated";
/** Tags in one message, so that it stays far below the size limit of pub/sub. */
const TAGS_A_MESSAGE = 50;

interface Entry {
  readonly value: unknown;
  readonly tags: readonly string[];
}

/** A load under way; invalidating one of its tags overtakes it. */
class Load {
  readonly tags: readonly string[];
  overtaken = false;
  promise: Promise<unknown> = Promise.resolve();

  constructor(tags: readonly string[]) {
    this.tags = tags;
  }
}

interface Invalidation {
  readonly origin: string;
  readonly keys?: readonly string[];
  readonly tags?: readonly string[];
}

export interface MemoryCacheOptions {
  /** Carries invalidations to the other processes. */
  readonly pubSub: PubSub;
  readonly logger?: Logger | undefined;
  readonly maxEntries?: number;
  readonly onLookup?: (result: "hit" | "miss") => void;
}

/** Least-recently-used cache of one process that hears the invalidations of all. */
export class MemoryCache implements Cache {
  readonly #id = randomUUID();
  readonly #entries: LRUCache<string, Entry>;
  readonly #keysOfTag = new Map<string, Set<string>>();
  readonly #loads = new Map<string, Load>();
  readonly #pubSub: PubSub;
  readonly #logger: Logger | undefined;
  readonly #onLookup: (result: "hit" | "miss") => void;
  #listening: Promise<() => Promise<void>> | undefined;
  #forgetReconnect: (() => void) | undefined;

  constructor({ pubSub, logger, maxEntries = 5_000, onLookup }: MemoryCacheOptions) {
    this.#pubSub = pubSub;
    this.#logger = logger;
    this.#onLookup = onLookup ?? (() => undefined);
    this.#entries = new LRUCache({
      max: maxEntries,
      dispose: (entry, key) => this.#untag(key, entry.tags),
    });
  }

  async get<Value>(key: string): Promise<Value | undefined> {
    const entry = this.#entries.get(key);
    this.#onLookup(entry ? "hit" : "miss");
    return entry?.value as Value | undefined;
  }

  async set(key: string, value: unknown, options: CacheOptions): Promise<void> {
    if (await this.#isListening()) this.#keep(key, value, options);
  }

  async getOrLoad<Value>(
    key: string,
    options: CacheOptions,
    load: () => Promise<Value>,
  ): Promise<Value> {
    const known = this.#entries.get(key);
    this.#onLookup(known ? "hit" : "miss");
    if (known) return known.value as Value;
    const running = this.#loads.get(key);
    if (running) return running.promise as Promise<Value>;
    const started = new Load(options.tags ?? []);
    this.#loads.set(key, started);
    const promise = this.#run(started, load).then((value) => {
      if (!started.overtaken && value !== undefined) this.#keep(key, value, options);
      return value;
    });
    started.promise = promise.finally(() => {
      if (this.#loads.get(key) === started) this.#loads.delete(key);
    });
    return started.promise as Promise<Value>;
  }

  async delete(key: string): Promise<void> {
    this.#forget({ origin: this.#id, keys: [key] });
    await this.#tell({ origin: this.#id, keys: [key] });
  }

  async invalidateTags(tags: readonly string[]): Promise<void> {
    const unique = [...new Set(tags)];
    this.#forget({ origin: this.#id, tags: unique });
    for (let at = 0; at < unique.length; at += TAGS_A_MESSAGE) {
      await this.#tell({ origin: this.#id, tags: unique.slice(at, at + TAGS_A_MESSAGE) });
    }
  }

  async close(): Promise<void> {
    this.#forgetReconnect?.();
    const stop = await this.#listening?.catch(() => undefined);
    await stop?.();
    this.#clear();
  }

  async #run<Value>(started: Load, load: () => Promise<Value>): Promise<Value> {
    // Nothing is kept before invalidations are heard: it could turn stale unnoticed.
    if (!(await this.#isListening())) started.overtaken = true;
    return load();
  }

  #keep(key: string, value: unknown, { ttlMs, tags = [] }: CacheOptions): void {
    this.#entries.set(key, { value, tags }, { ttl: ttlMs });
    for (const tag of tags) {
      const keys = this.#keysOfTag.get(tag) ?? new Set();
      keys.add(key);
      this.#keysOfTag.set(tag, keys);
    }
  }

  #untag(key: string, tags: readonly string[]): void {
    for (const tag of tags) {
      const keys = this.#keysOfTag.get(tag);
      keys?.delete(key);
      if (keys?.size === 0) this.#keysOfTag.delete(tag);
    }
  }

  #forget({ keys = [], tags = [] }: Invalidation): void {
    for (const key of keys) this.#entries.delete(key);
    for (const tag of tags) {
      for (const key of [...(this.#keysOfTag.get(tag) ?? [])]) this.#entries.delete(key);
    }
    for (const [key, load] of this.#loads) {
      if (!keys.includes(key) && !load.tags.some((tag) => tags.includes(tag))) continue;
      load.overtaken = true;
      this.#loads.delete(key);
    }
  }

  #clear(): void {
    this.#entries.clear();
    for (const load of this.#loads.values()) load.overtaken = true;
    this.#loads.clear();
  }

  async #tell(invalidation: Invalidation): Promise<void> {
    await this.#pubSub.publish(TOPIC, invalidation);
  }

  async #isListening(): Promise<boolean> {
    this.#listening ??= this.#listen();
    try {
      await this.#listening;
      return true;
    } catch (error) {
      this.#listening = undefined;
      this.#logger?.warn({ err: error }, "caching is off until invalidations can be heard");
      return false;
    }
  }

  async #listen(): Promise<() => Promise<void>> {
    const stop = await this.#pubSub.subscribe(TOPIC, (message) => {
      const invalidation = message as Invalidation;
      if (invalidation.origin !== this.#id) this.#forget(invalidation);
    });
    this.#forgetReconnect ??= this.#pubSub.onReconnected(() => this.#clear());
    return stop;
  }
}
