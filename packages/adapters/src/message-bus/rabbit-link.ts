import type { Logger } from "@oto/observability";
import type { Channel } from "rabbitmq-client";
import { Connection } from "rabbitmq-client";
import { parseRabbitUrls } from "./rabbit-url";

const ACQUIRE_TIMEOUT_MS = 5_000;
const CLOSE_TIMEOUT_MS = 3_000;

export interface RabbitLinkOptions {
  /** See `parseRabbitUrls`. */
  readonly url: string;
  readonly logger?: Logger | undefined;
}

/** The connection of this process to the broker; it comes back by itself, with growing pauses. */
export class RabbitLink {
  readonly #connection: Connection;
  readonly #logger: Logger | undefined;
  readonly #hooks = new Set<() => void>();

  constructor({ url, logger }: RabbitLinkOptions) {
    this.#logger = logger;
    this.#connection = new Connection({
      ...parseRabbitUrls(url),
      connectionName: `kontak ${process.pid}`,
      acquireTimeout: ACQUIRE_TIMEOUT_MS,
      connectionTimeout: ACQUIRE_TIMEOUT_MS,
      heartbeat: 10,
      retryLow: 200,
      retryHigh: 5_000,
      noDelay: true,
    });
    this.#connection.on("error", (error: unknown) => {
      logger?.warn({ err: error }, "message broker away, reconnecting");
    });
    this.#connection.on("connection.blocked", (reason: string) => {
      logger?.warn({ reason }, "message broker takes no messages for now");
    });
    this.#connection.on("connection", () => {
      logger?.info("message broker connected");
      for (const hook of this.#hooks) hook();
    });
  }

  /** Whether the broker is connected and takes messages. */
  get ready(): boolean {
    return this.#connection.ready;
  }

  /** Calls back after every connect. Returns how to unregister. */
  onConnected(hook: () => void): () => void {
    this.#hooks.add(hook);
    return () => void this.#hooks.delete(hook);
  }

  /**
   * A channel, which its caller closes.
   * @throws when the broker stays away for 5 s
   */
  async acquire(): Promise<Channel> {
    const channel = await this.#connection.acquire({ emitErrorsFromChannel: true });
    // Unheard, the event would end the process; whoever uses the channel sees it close.
    channel.on("error", (error: unknown) => {
      this.#logger?.warn({ err: error }, "message broker closed a channel");
    });
    return channel;
  }

  async close(): Promise<void> {
    const timer = setTimeout(() => this.#connection.unsafeDestroy(), CLOSE_TIMEOUT_MS);
    await this.#connection.close().catch(() => undefined);
    clearTimeout(timer);
  }
}
