import { createHash, randomUUID } from "node:crypto";
import { Cluster } from "ioredis";
import type { RedisConnections } from "../redis/redis-connections";
import {
  DROP_LOCK,
  KEEP_LOADED,
  RENEW_LOCK,
  TAKE_LOCK,
  VERSION_OF_TAG,
} from "./redis-cache-scripts";

/** Tags with the versions that a value depends on. */
export type Versions = ReadonlyMap<string, string>;

export interface Found {
  readonly value: unknown;
}

interface Entry {
  readonly v: unknown;
  readonly t: readonly (readonly [tag: string, version: string])[];
}

/** Longer than any entry: a tag that is gone makes its entries worthless. */
const TAG_LIVES_MS = 24 * 3_600_000;

/** Longer than a replica lags behind its master, and than a server's file lags behind its memory. */
const RECENT_MS = 10_000;
const RETRY_MS = 250;

const wholeMs = (ms: number): string => String(Math.max(1, Math.ceil(ms)));

/** The words in which versions name a state of the world: equal texts, equal states. */
export function stateOf(versions: Versions): string {
  const pairs = [...versions].sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash("sha256").update(JSON.stringify(pairs)).digest("base64url").slice(0, 22);
}

/**
 * Entries in Redis that carry the versions of their tags. A tag's version is random; invalidating
 * deletes it, so that whatever carries the old one is worthless at once, however many entries those
 * are, and also when it is written afterwards. Every method rejects while Redis is away.
 */
export class RedisCacheStore {
  readonly #redis: RedisConnections;
  /** Keys whose deletion Redis has not confirmed; nothing is believed before it has. */
  readonly #owed = new Set<string>();
  /** What was deleted lately and when: a failover may bring it back. */
  readonly #recent = new Map<string, number>();
  #retry: NodeJS.Timeout | undefined;

  constructor(redis: RedisConnections) {
    this.#redis = redis;
    redis.client.on("ready", this.#onReady);
  }

  /** Stops telling Redis what is owed. */
  close(): void {
    this.#redis.client.off("ready", this.#onReady);
    clearTimeout(this.#retry);
  }

  /** A valid entry, and what the tags given are at; both read at the same moment or later. */
  async find(
    key: string,
    tags: readonly string[],
  ): Promise<{ found: Found | undefined; versions: Map<string, string> }> {
    await this.#pay();
    const [text, ...read] = await this.#read([this.#entry(key), ...tags.map(this.#tag)]);
    const versions = new Map<string, string>();
    for (const [index, tag] of tags.entries()) {
      const version = read[index];
      if (version) versions.set(tag, version);
    }
    if (!text) return { found: undefined, versions };
    const entry = JSON.parse(text) as Entry;
    const others = entry.t.map(([tag]) => tag).filter((tag) => !tags.includes(tag));
    const current = new Map(versions);
    const readLater = others.length > 0 ? await this.#read(others.map(this.#tag)) : [];
    for (const [index, tag] of others.entries()) current.set(tag, readLater[index] ?? "");
    const isValid = entry.t.every(([tag, version]) => current.get(tag) === version);
    return { found: isValid ? { value: entry.v } : undefined, versions };
  }

  /** The versions of tags, those included that nothing depended on yet. */
  async versionsOf(tags: readonly string[], known: Versions = new Map()): Promise<Versions> {
    await this.#pay();
    const versions = new Map(known);
    const missing = tags.filter((tag) => !versions.has(tag));
    await Promise.all(
      missing.map(async (tag) => {
        const values = [randomUUID(), TAG_LIVES_MS];
        const version = await VERSION_OF_TAG.run(this.#redis.client, [this.#tag(tag)], values);
        versions.set(tag, String(version));
      }),
    );
    return versions;
  }

  /** Keeps a value that was true when the versions were read. */
  async put(key: string, entry: { value: unknown; versions: Versions; ttlMs: number }) {
    const text = this.#text(entry.value, entry.versions);
    await this.#redis.client.set(this.#entry(key), text, "PX", Number(wholeMs(entry.ttlMs)));
  }

  /** Keeps what the holder of a lock has loaded, and lets go of the lock. */
  async putLoaded(
    key: string,
    holder: string,
    entry: { value: unknown; versions: Versions; ttlMs: number },
  ): Promise<void> {
    const text = this.#text(entry.value, entry.versions);
    const keys = [this.#lock(key), this.#entry(key)];
    await KEEP_LOADED.run(this.#redis.client, keys, [holder, text, wholeMs(entry.ttlMs)]);
  }

  /** The name of the holder when this caller is to load; undefined when another one does. */
  async take(key: string, state: string, leaseMs: number): Promise<string | undefined> {
    const loader = randomUUID();
    const values = [state, loader, wholeMs(leaseMs)];
    const taken = await TAKE_LOCK.run(this.#redis.client, [this.#lock(key)], values);
    return taken === 1 ? `${state} ${loader}` : undefined;
  }

  async renew(key: string, holder: string, leaseMs: number): Promise<void> {
    const values = [holder, wholeMs(leaseMs)];
    await RENEW_LOCK.run(this.#redis.client, [this.#lock(key)], values);
  }

  async drop(key: string, holder: string): Promise<void> {
    await DROP_LOCK.run(this.#redis.client, [this.#lock(key)], [holder]);
  }

  /** Forgets an entry and whatever is being loaded for it. Owed until it has happened. */
  delete(key: string): Promise<void> {
    return this.#delete([this.#entry(key), this.#lock(key)]);
  }

  /** Makes everything under these tags worthless. Owed until it has happened. */
  invalidate(tags: readonly string[]): Promise<void> {
    return this.#delete(tags.map(this.#tag));
  }

  async #delete(keys: readonly string[]): Promise<void> {
    const now = performance.now();
    for (const [key, at] of this.#recent) {
      if (now - at < RECENT_MS) break;
      this.#recent.delete(key);
    }
    for (const key of keys) {
      this.#owed.add(key);
      this.#recent.delete(key);
      this.#recent.set(key, now);
    }
    try {
      await this.#pay();
    } catch (error) {
      this.#payLater();
      throw error;
    }
  }

  /** The server that is there now may be a replica that had not heard of the last deletions. */
  readonly #onReady = (): void => {
    for (const [key, at] of this.#recent) {
      if (performance.now() - at < RECENT_MS) this.#owed.add(key);
    }
    this.#payLater(0);
  };

  #payLater(delayMs = RETRY_MS): void {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => void this.#pay().catch(() => this.#payLater()), delayMs);
    this.#retry.unref();
  }

  async #pay(): Promise<void> {
    if (this.#owed.size === 0) return;
    const keys = [...this.#owed];
    const { client } = this.#redis;
    if (client instanceof Cluster) await Promise.all(keys.map((key) => client.del(key)));
    else await client.del(...keys);
    for (const key of keys) this.#owed.delete(key);
  }

  #read(keys: readonly string[]): Promise<(string | null)[]> {
    const { client } = this.#redis;
    if (client instanceof Cluster) return Promise.all(keys.map((key) => client.get(key)));
    return client.mget(...keys);
  }

  #text(value: unknown, versions: Versions): string {
    return JSON.stringify({ v: value, t: [...versions] } satisfies Entry);
  }

  /** The hash in braces keeps an entry and its lock in one slot of a cluster. */
  #slot(key: string): string {
    return `{${createHash("sha256").update(key).digest("base64url").slice(0, 22)}}`;
  }

  #entry(key: string): string {
    return this.#redis.key("cache", this.#slot(key));
  }

  #lock(key: string): string {
    return this.#redis.key("cache-lock", this.#slot(key));
  }

  readonly #tag = (tag: string): string => this.#redis.key("cache-tag", tag);
}
