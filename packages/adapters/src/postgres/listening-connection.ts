import type { Logger } from "@oto/observability";
import type { Pool, PoolClient } from "pg";

export interface ListeningConnectionOptions {
  readonly pool: Pool;
  readonly logger?: Logger | undefined;
  /** Milliseconds before the first attempt to reconnect; doubles up to 5 s. */
  readonly retryMs?: number;
}

type Listener = (payload: string) => void;

const PING_EVERY_MS = 20_000;
const LONGEST_RETRY_MS = 5_000;

/**
 * One connection, held out of the pool, that hears notifications and keeps session locks for
 * everything in this process. When it breaks it comes back by itself; what was notified meanwhile
 * is lost, so whoever needs to know registers `onConnected` and reads again.
 */
export class ListeningConnection {
  readonly #pool: Pool;
  readonly #logger: Logger | undefined;
  readonly #retryMs: number;
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #connectedHooks = new Set<(reconnected: boolean) => Promise<void> | void>();
  #client: PoolClient | undefined;
  #connecting: Promise<void> | undefined;
  #queries: Promise<unknown> = Promise.resolve();
  #ping: NodeJS.Timeout | undefined;
  #retry: NodeJS.Timeout | undefined;
  #closed = false;
  #everConnected = false;

  constructor({ pool, logger, retryMs = 100 }: ListeningConnectionOptions) {
    this.#pool = pool;
    this.#logger = logger;
    this.#retryMs = retryMs;
  }

  /** Hears a channel until the returned function is called. Resolves once the server listens. */
  async listen(channel: string, listener: Listener): Promise<() => Promise<void>> {
    const known = this.#listeners.get(channel);
    const listeners = known ?? new Set();
    listeners.add(listener);
    this.#listeners.set(channel, listeners);
    try {
      const fresh = await this.#connect();
      if (!known && !fresh) await this.query(`LISTEN ${quoted(channel)}`);
    } catch (error) {
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(channel);
      throw error;
    }
    return async () => {
      listeners.delete(listener);
      if (listeners.size > 0 || !this.#listeners.delete(channel)) return;
      if (this.#client) await this.query(`UNLISTEN ${quoted(channel)}`).catch(() => undefined);
    };
  }

  /**
   * Calls back after every connect: `false` at the first, `true` when notifications may have been
   * missed. Hooks run before `listen` resolves and may use `query`. Returns how to unregister.
   */
  onConnected(hook: (reconnected: boolean) => Promise<void> | void): () => void {
    this.#connectedHooks.add(hook);
    return () => void this.#connectedHooks.delete(hook);
  }

  /** Runs a statement on this very session (session locks); one at a time. */
  async query(sql: string, values: readonly unknown[] = []): Promise<void> {
    const run = this.#queries.then(async () => {
      if (!this.#client) throw new Error("the listening connection is down");
      await this.#client.query(sql, [...values]);
    });
    this.#queries = run.catch(() => undefined);
    await run;
  }

  /** Connects now if it has not; later breaks are repaired in the background. */
  async open(): Promise<void> {
    await this.#connect();
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    clearInterval(this.#ping);
    await this.#connecting?.catch(() => undefined);
    await this.#queries;
    const client = this.#client;
    this.#client = undefined;
    client?.removeAllListeners("notification");
    client?.release(true);
  }

  /** True when this call made the connection (all channels are then listened to already). */
  async #connect(): Promise<boolean> {
    if (this.#closed) throw new Error("the listening connection is closed");
    if (this.#client) return false;
    this.#connecting ??= this.#establish().finally(() => {
      this.#connecting = undefined;
    });
    await this.#connecting;
    return true;
  }

  async #establish(): Promise<void> {
    const client = await this.#pool.connect();
    const lost = (error?: Error) => this.#onLost(client, error);
    client.on("error", lost);
    client.on("end", lost);
    client.on("notification", ({ channel, payload }) => {
      for (const listener of this.#listeners.get(channel) ?? []) listener(payload ?? "");
    });
    try {
      for (const channel of this.#listeners.keys()) await client.query(`LISTEN ${quoted(channel)}`);
    } catch (error) {
      client.release(true);
      throw error;
    }
    this.#client = client;
    const reconnected = this.#everConnected;
    this.#everConnected = true;
    clearInterval(this.#ping);
    this.#ping = setInterval(() => void this.query("SELECT 1").catch(lost), PING_EVERY_MS);
    this.#ping.unref();
    try {
      for (const hook of this.#connectedHooks) await hook(reconnected);
    } catch (error) {
      this.#client = undefined;
      client.release(true);
      throw error;
    }
  }

  #onLost(client: PoolClient, error?: Error): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    clearInterval(this.#ping);
    client.removeAllListeners("notification");
    client.release(true);
    if (this.#closed) return;
    this.#logger?.warn({ err: error }, "listening connection lost, reconnecting");
    this.#reconnect(this.#retryMs);
  }

  #reconnect(delayMs: number): void {
    this.#retry = setTimeout(() => {
      this.#connect().catch((error: unknown) => {
        if (this.#closed) return;
        this.#logger?.debug({ err: error }, "listening connection still down");
        this.#reconnect(Math.min(delayMs * 2, LONGEST_RETRY_MS));
      });
    }, delayMs);
    this.#retry.unref();
  }
}

function quoted(channel: string): string {
  return `"${channel.replaceAll('"', '""')}"`;
}
