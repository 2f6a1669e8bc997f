import type { Logger } from "@oto/observability";
import type { Redis } from "ioredis";
import { createSubscriberClient } from "./redis-clients";
import type { RedisTarget } from "./redis-url";

export interface RedisSubscriberOptions {
  readonly target: RedisTarget;
  readonly connectionName: string;
  readonly logger?: Logger | undefined;
}

type Listener = (message: string) => void;

const PING_EVERY_MS = 5_000;
const FIRST_RETRY_MS = 20;
const LONGEST_RETRY_MS = 1_000;

/**
 * The connection on which this process hears channels. When it breaks, another is opened and all
 * channels are subscribed again before `onReconnected` says that messages may have been missed.
 */
export class RedisSubscriber {
  readonly #options: RedisSubscriberOptions;
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #reconnectHooks = new Set<() => void>();
  #client: Redis | undefined;
  #ready: Promise<void> | undefined;
  #attempt = 0;
  #retryMs = FIRST_RETRY_MS;
  #retry: NodeJS.Timeout | undefined;
  #ping: NodeJS.Timeout | undefined;
  #closed = false;
  #wasUp = false;

  constructor(options: RedisSubscriberOptions) {
    this.#options = options;
  }

  /**
   * Hears a channel until the returned function is called. Resolves once the server has subscribed.
   * @throws Error while Redis is away
   */
  async listen(channel: string, listener: Listener): Promise<() => Promise<void>> {
    await this.#open();
    const known = this.#listeners.get(channel);
    const listeners = known ?? new Set();
    // A wrapper of its own, so that one function may listen twice.
    const own: Listener = (message) => listener(message);
    listeners.add(own);
    this.#listeners.set(channel, listeners);
    const stop = async () => {
      listeners.delete(own);
      if (listeners.size > 0 || this.#listeners.get(channel) !== listeners) return;
      this.#listeners.delete(channel);
      await this.#client?.unsubscribe(channel).catch(() => undefined);
    };
    try {
      // Also for a known channel: its subscription may still be under way, and this one waits.
      await this.#client?.subscribe(channel);
    } catch (error) {
      await stop();
      throw error;
    }
    return stop;
  }

  onReconnected(hook: () => void): () => void {
    this.#reconnectHooks.add(hook);
    return () => void this.#reconnectHooks.delete(hook);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    clearInterval(this.#ping);
    await this.#ready?.catch(() => undefined);
    this.#listeners.clear();
    this.#client?.disconnect();
  }

  /** Connects now if it has not; later breaks are repaired in the background. */
  async #open(): Promise<void> {
    if (this.#closed) throw new Error("the Redis subscriber is closed");
    this.#ready ??= this.#connect();
    await this.#ready;
  }

  async #connect(): Promise<void> {
    clearTimeout(this.#retry);
    const { target, connectionName, logger } = this.#options;
    const client = createSubscriberClient(target, { attempt: this.#attempt, connectionName });
    client.on("error", (error) => logger?.debug({ err: error }, "Redis subscriber"));
    client.on("message", (channel, message) => this.#dispatch(channel, message));
    client.once("end", () => this.#onEnd(client));
    this.#client = client;
    try {
      await client.connect();
      const channels = [...this.#listeners.keys()];
      if (channels.length > 0) await client.subscribe(...channels);
    } catch (error) {
      client.disconnect();
      throw error;
    }
    this.#retryMs = FIRST_RETRY_MS;
    clearInterval(this.#ping);
    this.#ping = setInterval(() => {
      client.ping().catch(() => client.disconnect());
    }, PING_EVERY_MS);
    this.#ping.unref();
    if (this.#wasUp) for (const hook of [...this.#reconnectHooks]) hook();
    this.#wasUp = true;
  }

  #onEnd(client: Redis): void {
    if (this.#client !== client || this.#closed) return;
    this.#client = undefined;
    this.#ready = undefined;
    clearInterval(this.#ping);
    this.#attempt += 1;
    if (this.#wasUp && this.#retryMs === FIRST_RETRY_MS) {
      this.#options.logger?.warn("subscription to Redis lost, reconnecting");
    }
    const delay = this.#retryMs;
    this.#retryMs = Math.min(delay * 2, LONGEST_RETRY_MS);
    this.#retry = setTimeout(() => void this.#open().catch(() => undefined), delay);
    this.#retry.unref();
  }

  #dispatch(channel: string, message: string): void {
    for (const listener of [...(this.#listeners.get(channel) ?? [])]) {
      try {
        listener(message);
      } catch (error) {
        this.#options.logger?.error({ err: error, channel }, "subscriber failed");
      }
    }
  }
}
