import type { Channel, ReturnedMessage } from "rabbitmq-client";
import type { RabbitLink } from "./rabbit-link";

export interface Outgoing {
  readonly exchange: string;
  readonly routingKey: string;
  readonly messageId: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Messages on their way at once: enough to keep the broker busy, little enough to remember. */
const IN_FLIGHT = 1_000;

/** Publishes persistent messages, each of which the broker confirms. */
export class RabbitPublisher {
  readonly #link: RabbitLink;
  readonly #timeoutMs: number;
  /** Ids returned as unroutable, for every `send` that is under way. */
  readonly #returned = new Set<Set<string>>();
  #channel: Promise<Channel> | undefined;

  constructor(link: RabbitLink, timeoutMs: number) {
    this.#link = link;
    this.#timeoutMs = timeoutMs;
  }

  /**
   * Resolves once every message is stored in all its queues, or returned.
   *
   * @returns ids of the messages that no queue is bound to
   * @throws when a message was refused, or not confirmed in time; some may be stored then
   */
  async send(messages: readonly Outgoing[]): Promise<ReadonlySet<string>> {
    const returned = new Set<string>();
    this.#returned.add(returned);
    try {
      const channel = await this.#open();
      for (let from = 0; from < messages.length; from += IN_FLIGHT) {
        await this.#confirmed(channel, messages.slice(from, from + IN_FLIGHT));
      }
      // The client announces a return, which comes before its confirmation, a turn later.
      await new Promise((resolve) => setImmediate(resolve));
      return returned;
    } finally {
      this.#returned.delete(returned);
    }
  }

  async close(): Promise<void> {
    const channel = await this.#channel?.catch(() => undefined);
    this.#channel = undefined;
    await channel?.close();
  }

  async #confirmed(channel: Channel, messages: readonly Outgoing[]): Promise<void> {
    const confirms = messages.map(({ body, ...envelope }) =>
      channel.basicPublish(
        { ...envelope, contentType: "application/json", durable: true, mandatory: true },
        body,
      ),
    );
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new Error(`the broker did not confirm in ${this.#timeoutMs} ms`)),
        this.#timeoutMs,
      );
    });
    try {
      await Promise.race([Promise.all(confirms), late]);
    } catch (error) {
      // What is still on its way must not be mistaken for an answer to the next attempt.
      this.#channel = undefined;
      void channel.close();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  #open(): Promise<Channel> {
    if (this.#channel) return this.#channel;
    const opening = this.#acquire(() => {
      if (this.#channel === opening) this.#channel = undefined;
    });
    this.#channel = opening;
    return opening;
  }

  async #acquire(gone: () => void): Promise<Channel> {
    try {
      const channel = await this.#link.acquire();
      channel.on("close", gone);
      channel.on("basic.return", ({ messageId }: ReturnedMessage) => {
        if (messageId) for (const returned of this.#returned) returned.add(messageId);
      });
      await channel.confirmSelect();
      return channel;
    } catch (error) {
      gone();
      throw error;
    }
  }
}
