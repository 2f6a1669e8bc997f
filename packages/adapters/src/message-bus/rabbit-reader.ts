import type { Logger } from "@oto/observability";
import type { AsyncMessage, Channel } from "rabbitmq-client";
import type { RabbitLink } from "./rabbit-link";

export interface ReaderOptions {
  readonly link: RabbitLink;
  readonly queue: string;
  /** Messages that the broker hands out before an answer. */
  readonly prefetch: number;
  readonly logger?: Logger | undefined;
  /** Must not reject. The delivery may be dropped at any time before `begin`. */
  onDelivery(delivery: RabbitDelivery): Promise<void>;
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 3_000;

/** One delivery over the channel that it came by: an answer over another one is impossible. */
export class RabbitDelivery {
  readonly message: AsyncMessage;
  readonly #channel: Channel;
  readonly #reader: RabbitReader;

  constructor(message: AsyncMessage, channel: Channel, reader: RabbitReader) {
    this.message = message;
    this.#channel = channel;
    this.#reader = reader;
  }

  get queue(): string {
    return this.#reader.queue;
  }

  /** False once the broker has taken it back, or the reader lets go of it. */
  get isOurs(): boolean {
    return this.#channel.active && !this.#reader.isLettingGo;
  }

  /** Whether an acknowledgement can still reach the broker. */
  get isAnswerable(): boolean {
    return this.#channel.active;
  }

  ack(): void {
    if (!this.#channel.active) return;
    try {
      this.#channel.basicAck({ deliveryTag: this.message.deliveryTag });
    } catch {
      // The channel closed just now: the message will be delivered again.
    }
  }
}

/**
 * Reads one queue over a channel of its own, for as long as it is not stopped. Letting go of the
 * queue means closing the channel after everything begun has been answered: the broker then gives
 * what was not begun, in order, to the next reader. (To cancel first would hand later messages of
 * an aggregate to the next reader while an earlier one is still being handled here.)
 */
export class RabbitReader {
  readonly queue: string;
  readonly #options: ReaderOptions;
  readonly #begun = new Set<Promise<void>>();
  readonly #loop: Promise<void>;
  #stopping = false;
  #lettingGo = false;
  #interrupt: () => void = () => undefined;
  #hasRead = false;

  constructor(options: ReaderOptions) {
    this.queue = options.queue;
    this.#options = options;
    this.#loop = this.#run();
  }

  get isLettingGo(): boolean {
    return this.#lettingGo || this.#stopping;
  }

  /** Whether it was this reader that the broker chose, as far as deliveries tell. */
  get isActive(): boolean {
    return this.#hasRead;
  }

  /** Gives the queue to the next reader and lines up again behind it. */
  letGo(): void {
    if (!this.#hasRead) return;
    this.#lettingGo = true;
    this.#interrupt();
  }

  /** Resolves when everything begun is answered and the rest was given back. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.#interrupt();
    await this.#loop;
  }

  async #run(): Promise<void> {
    let pauseMs = FIRST_PAUSE_MS;
    while (!this.#stopping) {
      try {
        await this.#read();
        pauseMs = FIRST_PAUSE_MS;
      } catch (error) {
        const { logger, queue } = this.#options;
        if (!this.#stopping) logger?.debug({ err: error, queue }, "queue cannot be read now");
        pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
      }
      this.#hasRead = false;
      this.#lettingGo = false;
      if (!this.#stopping) await this.#interruptible(pauseMs);
    }
  }

  async #read(): Promise<void> {
    const { link, queue, prefetch } = this.#options;
    const channel = await link.acquire();
    try {
      const interrupted = new Promise<void>((resolve) => {
        this.#interrupt = resolve;
        channel.once("close", resolve);
        channel.once("basic.cancel", () => resolve());
      });
      if (this.#stopping) return;
      await channel.basicQos({ prefetchCount: prefetch });
      await channel.basicConsume({ queue }, (message) => this.#receive(message, channel));
      await interrupted;
      this.#lettingGo = true;
      // Also after the connection broke: what runs here must not run beside its own redelivery.
      while (this.#begun.size > 0) await Promise.all(this.#begun);
    } finally {
      await channel.close();
    }
  }

  #receive(message: AsyncMessage, channel: Channel): void {
    this.#hasRead = true;
    const delivery = new RabbitDelivery(message, channel, this);
    const handling = this.#options.onDelivery(delivery).finally(() => {
      this.#begun.delete(handling);
    });
    this.#begun.add(handling);
  }

  #interruptible(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#interrupt = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
