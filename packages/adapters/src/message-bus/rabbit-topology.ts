import { crc32 } from "node:zlib";
import type { Channel } from "rabbitmq-client";
import { AMQPChannelError } from "rabbitmq-client";
import type { BusMessage, ConsumerBinding } from "./message-bus.port";

/** Times that a delay queue exists for, in milliseconds; longer waits take several rounds. */
export const DELAYS_MS = [
  50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 15_000, 30_000, 60_000, 300_000,
] as const;

const QUORUM = { "x-queue-type": "quorum" } as const;

/** Dead-lettering that keeps a message until the next queue has confirmed it. */
const deadLetterTo = (exchange: string) => ({
  "x-dead-letter-exchange": exchange,
  "x-dead-letter-strategy": "at-least-once",
  "x-overflow": "reject-publish",
});

/** A message that ended this many deliveries without an answer is parked by the broker itself. */
const DELIVERY_LIMIT = 60;

export interface TopologyNames {
  /** Starts every name on the broker. */
  readonly prefix: string;
  /** Queues a consumer; every aggregate belongs to one of them. */
  readonly partitions: number;
}

/** A queue exists on the broker with other arguments than this version declares. */
export class TopologyMismatchError extends Error {
  override name = "TopologyMismatchError";

  constructor(queue: string, detail: string) {
    super(
      `queue "${queue}" exists on the broker with other settings (${detail}): let the version that made it drain it, delete it with "rabbitmqctl delete_queue ${queue}" and start again`,
    );
  }
}

/** Names and declarations of everything on the broker. */
export class RabbitTopology {
  readonly events: string;
  readonly parking: string;
  readonly partitions: number;
  readonly #prefix: string;

  constructor({ prefix, partitions }: TopologyNames) {
    this.#prefix = prefix;
    this.partitions = partitions;
    this.events = `${prefix}.events`;
    this.parking = `${prefix}.parking`;
  }

  queueOf(consumerId: string, partition: number): string {
    return `${this.#prefix}.${consumerId}.${partition}`;
  }

  queuesOf(consumerId: string): string[] {
    return Array.from({ length: this.partitions }, (_, partition) =>
      this.queueOf(consumerId, partition),
    );
  }

  /**
   * Where every process that reads a consumer's queues lines up; no message ever comes here. The
   * broker counts the active reader alone on the queues themselves.
   */
  rollOf(consumerId: string): string {
    return `${this.#prefix}.${consumerId}.roll`;
  }

  /** The consumer that a queue belongs to. */
  consumerOf(queue: string): string {
    return queue.slice(this.#prefix.length + 1, queue.lastIndexOf("."));
  }

  delayOf(stepMs: number): string {
    return `${this.#prefix}.delay.${stepMs}`;
  }

  partitionOf({ aggregateType, aggregateId }: BusMessage): number {
    return crc32(`${aggregateType}:${aggregateId}`) % this.partitions;
  }

  /** Event name and partition; `offer.accepted.*` hears an event over all partitions. */
  routingKey(message: BusMessage): string {
    return `${message.name}.${this.partitionOf(message)}`;
  }

  /**
   * Declares everything, or proves that it is there as it should be.
   * @throws TopologyMismatchError
   */
  async declare(channel: Channel, bindings: Iterable<ConsumerBinding>): Promise<void> {
    await channel.exchangeDeclare({ exchange: this.events, type: "topic", durable: true });
    await this.#declareParking(channel);
    for (const stepMs of DELAYS_MS) await this.#declareDelay(channel, stepMs);
    for (const binding of bindings) await this.#declareConsumer(channel, binding);
  }

  async #declareParking(channel: Channel): Promise<void> {
    await channel.exchangeDeclare({ exchange: this.parking, type: "fanout", durable: true });
    await declareQueue(channel, this.parking, QUORUM);
    await channel.queueBind({ exchange: this.parking, queue: this.parking, routingKey: "" });
  }

  /** What expires here returns to the queue that its routing key names. */
  async #declareDelay(channel: Channel, stepMs: number): Promise<void> {
    const name = this.delayOf(stepMs);
    await channel.exchangeDeclare({ exchange: name, type: "fanout", durable: true });
    await declareQueue(channel, name, { ...QUORUM, ...deadLetterTo(""), "x-message-ttl": stepMs });
    await channel.queueBind({ exchange: name, queue: name, routingKey: "" });
  }

  async #declareConsumer(channel: Channel, { consumerId, on }: ConsumerBinding): Promise<void> {
    await declareQueue(channel, this.rollOf(consumerId), { "x-queue-type": "classic" });
    for (let partition = 0; partition < this.partitions; partition += 1) {
      const queue = this.queueOf(consumerId, partition);
      await declareQueue(channel, queue, {
        ...QUORUM,
        ...deadLetterTo(this.parking),
        "x-single-active-consumer": true,
        "x-delivery-limit": DELIVERY_LIMIT,
      });
      for (const name of new Set(on)) {
        const routingKey = `${name}.${partition}`;
        await channel.queueBind({ exchange: this.events, queue, routingKey });
      }
    }
  }
}

async function declareQueue(
  channel: Channel,
  queue: string,
  settings: Readonly<Record<string, string | number | boolean>>,
): Promise<void> {
  try {
    await channel.queueDeclare({ queue, durable: true, arguments: settings });
  } catch (error) {
    if (error instanceof AMQPChannelError && error.code === "PRECONDITION_FAILED") {
      const detail = /inequivalent arg '[^']+'/.exec(error.message)?.[0] ?? "another kind";
      throw new TopologyMismatchError(queue, detail);
    }
    throw error;
  }
}
