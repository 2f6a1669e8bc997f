import type { Logger } from "@oto/observability";
import type { Pool } from "pg";
import type { ListeningConnection } from "../postgres/listening-connection";
import type { PubSub } from "./pub-sub.port";
import { PUB_SUB_LIMIT_BYTES } from "./pub-sub.port";

const CHANNEL = "oto_pub_sub";

interface Waiting {
  readonly envelope: string;
  resolve(): void;
  reject(error: unknown): void;
}

export interface PostgresPubSubOptions {
  readonly pool: Pool;
  readonly connection: ListeningConnection;
  readonly logger?: Logger | undefined;
}

/** Pub/sub over NOTIFY: all topics share one channel and one connection a process. */
export class PostgresPubSub implements PubSub {
  readonly #pool: Pool;
  readonly #connection: ListeningConnection;
  readonly #logger: Logger | undefined;
  readonly #listeners = new Map<string, Set<(message: unknown) => void>>();
  #listening: Promise<() => Promise<void>> | undefined;
  #waiting: Waiting[] = [];
  #flushing: Promise<void> | undefined;
  #count = 0;

  constructor({ pool, connection, logger }: PostgresPubSubOptions) {
    this.#pool = pool;
    this.#connection = connection;
    this.#logger = logger;
  }

  publish(topic: string, message: unknown): Promise<void> {
    // PostgreSQL drops equal notifications of one transaction; the number keeps them apart.
    this.#count += 1;
    const envelope = JSON.stringify({ t: topic, m: message, n: this.#count });
    if (Buffer.byteLength(envelope) > PUB_SUB_LIMIT_BYTES) {
      return Promise.reject(new RangeError(`message to "${topic}" is too large`));
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ envelope, resolve, reject });
      this.#flushing ??= this.#flush();
    });
  }

  async subscribe(
    topic: string,
    listener: (message: unknown) => void,
  ): Promise<() => Promise<void>> {
    const listeners = this.#listeners.get(topic) ?? new Set();
    // A wrapper of its own, so that one function may subscribe twice.
    const own = (message: unknown) => listener(message);
    listeners.add(own);
    this.#listeners.set(topic, listeners);
    this.#listening ??= this.#connection
      .listen(CHANNEL, (payload) => this.#dispatch(payload))
      .catch((error: unknown) => {
        this.#listening = undefined;
        throw error;
      });
    await this.#listening;
    return async () => {
      listeners.delete(own);
      if (listeners.size === 0 && this.#listeners.get(topic) === listeners) {
        this.#listeners.delete(topic);
      }
    };
  }

  onReconnected(listener: () => void): () => void {
    return this.#connection.onConnected((reconnected) => {
      if (reconnected) listener();
    });
  }

  async close(): Promise<void> {
    await this.#flushing;
    this.#listeners.clear();
    const unlisten = await this.#listening?.catch(() => undefined);
    await unlisten?.();
  }

  /** Messages that come while one batch is being sent form the next one. */
  async #flush(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      try {
        await this.#pool.query({
          name: "pub-sub-notify",
          text: `SELECT pg_notify('${CHANNEL}', e.text)
                 FROM unnest($1::text[]) WITH ORDINALITY AS e(text, ord) ORDER BY e.ord`,
          values: [batch.map(({ envelope }) => envelope)],
        });
        for (const { resolve } of batch) resolve();
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.#flushing = undefined;
  }

  #dispatch(payload: string): void {
    const { t: topic, m: message } = JSON.parse(payload) as { t: string; m?: unknown };
    for (const listener of [...(this.#listeners.get(topic) ?? [])]) {
      try {
        listener(message);
      } catch (error) {
        this.#logger?.error({ err: error, topic }, "subscriber failed");
      }
    }
  }
}
