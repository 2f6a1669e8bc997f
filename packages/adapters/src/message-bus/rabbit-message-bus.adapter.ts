import type { Queue } from "@oto/events";
import type { Logger } from "@oto/observability";
import type { Pool } from "pg";
import { bindingsById } from "./bound-consumers";
import { HeldLineStore } from "./held-line.store";
import type {
  BusMessage,
  ConsumeOptions,
  ConsumerBinding,
  Consumption,
  DeliveryHandler,
  MessageBus,
  ParkedMessage,
  QueueDepth,
} from "./message-bus.port";
import { UnroutableError } from "./message-bus.port";
import type { RabbitTimings } from "./rabbit-consumption";
import { RabbitConsumption } from "./rabbit-consumption";
import { lengthOfQueue, RabbitDepth } from "./rabbit-depth";
import { RabbitLink } from "./rabbit-link";
import { toBody, toHeaders } from "./rabbit-message";
import { readParking } from "./rabbit-parking";
import { RabbitPublisher } from "./rabbit-publisher";
import { RabbitReader } from "./rabbit-reader";
import { RabbitRetries } from "./rabbit-retries";
import { shareQueues } from "./rabbit-sharing";
import type { TopologyNames } from "./rabbit-topology";
import { RabbitTopology, TopologyMismatchError } from "./rabbit-topology";

export interface RabbitMessageBusOptions {
  /** One broker or the nodes of a cluster, see `parseRabbitUrls`. */
  readonly url: string;
  /** Keeps the order of messages that wait for a retry. */
  readonly pool: Pool;
  readonly logger?: Logger | undefined;
  /** What other processes are known to consume, for the counts of one that binds nothing itself. */
  readonly known?: readonly ConsumerBinding[];
  readonly names?: Partial<TopologyNames>;
  readonly timings?: Partial<RabbitBusTimings>;
}

export interface RabbitBusTimings extends RabbitTimings {
  /** How long a publish may wait for its confirmations. */
  readonly publishMs: number;
  /** How long `bind` waits for a broker that is away. */
  readonly patienceMs: number;
  /**
   * How long a new queue is left alone: RabbitMQ notes queues on disk with a delay, and one that it
   * forgets when it is killed takes its messages along.
   */
  readonly settleMs: number;
}

const TIMINGS: RabbitBusTimings = {
  graceMs: 5_000,
  shareMs: 10_000,
  publishMs: 10_000,
  patienceMs: 30_000,
  settleMs: 2_000,
};

/**
 * Message bus on RabbitMQ: a topic exchange, quorum queues for every consumer, delay queues for
 * retries. How it keeps the order of an aggregate: docs/adr/0007-rabbitmq-topology.md.
 */
export class RabbitMessageBus implements MessageBus {
  readonly #link: RabbitLink;
  readonly #logger: Logger | undefined;
  readonly #timings: RabbitBusTimings;
  readonly #topology: RabbitTopology;
  readonly #publisher: RabbitPublisher;
  readonly #held: HeldLineStore;
  readonly #retries: RabbitRetries;
  readonly #depth: RabbitDepth;
  readonly #running = new Set<RabbitConsumption>();
  readonly #parking = new Set<Consumption>();
  readonly #forgetConnect: () => void;
  #bindings: ReadonlyMap<string, ConsumerBinding>;
  #isBound = false;
  #declaring: Promise<void> | undefined;
  #sharer: NodeJS.Timeout | undefined;

  constructor({ url, pool, logger, known, names, timings }: RabbitMessageBusOptions) {
    this.#bindings = bindingsById(known ?? []);
    this.#logger = logger;
    this.#timings = { ...TIMINGS, ...timings };
    this.#link = new RabbitLink({ url, logger });
    this.#topology = new RabbitTopology({ prefix: "oto", partitions: 4, ...names });
    this.#publisher = new RabbitPublisher(this.#link, this.#timings.publishMs);
    this.#held = new HeldLineStore(pool);
    this.#retries = new RabbitRetries(this.#publisher, this.#topology, this.#held);
    this.#depth = new RabbitDepth(this.#link, this.#topology, this.#held);
    // A broker that lost its data, or another node, has to learn the topology again.
    this.#forgetConnect = this.#link.onConnected(() => {
      if (!this.#isBound || this.#declaring) return;
      this.#declare().catch((error: unknown) => {
        this.#logger?.error({ err: error }, "message broker's queues are not as they should be");
      });
    });
  }

  async bind(topology: readonly ConsumerBinding[]): Promise<void> {
    this.#bindings = bindingsById(topology);
    this.#isBound = true;
    const giveUpAt = Date.now() + this.#timings.patienceMs;
    for (;;) {
      try {
        return await this.#declare();
      } catch (error) {
        if (error instanceof TopologyMismatchError || Date.now() > giveUpAt) throw error;
        this.#logger?.warn({ err: error }, "message broker's queues cannot be declared yet");
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
    }
  }

  async publish(messages: readonly BusMessage[]): Promise<void> {
    const publishedAt = Date.now();
    const headers = toHeaders({ attempts: 0, dueAt: 0, publishedAt });
    const returned = await this.#publisher.send(
      messages.map((message) => ({
        exchange: this.#topology.events,
        routingKey: this.#topology.routingKey(message),
        messageId: message.id,
        headers,
        body: toBody(message),
      })),
    );
    const unroutable = messages.filter(({ id }) => returned.has(id));
    if (unroutable.length === 0) return;
    // Somebody may have deleted a queue: it comes back, and the next attempt finds it.
    if (this.#isBound) this.#declare().catch(() => undefined);
    throw new UnroutableError(unroutable);
  }

  async consume(options: ConsumeOptions, handler: DeliveryHandler): Promise<Consumption> {
    const { queue, groups } = options;
    const bindings = [...this.#bindings.values()].filter(
      (binding) =>
        binding.queue === queue && (!groups || groups.includes(binding.group ?? binding.queue)),
    );
    const consumption = new RabbitConsumption({ ...options, bindings }, handler, {
      held: this.#held,
      retries: this.#retries,
      timings: this.#timings,
      logger: this.#logger,
      queuesOf: (consumerId) => this.#topology.queuesOf(consumerId),
      rollOf: (consumerId) => this.#topology.rollOf(consumerId),
      openReader: (name, prefetch, onDelivery) =>
        new RabbitReader({
          link: this.#link,
          queue: name,
          prefetch,
          onDelivery,
          logger: this.#logger,
        }),
      unbind: (name, routingKey) => this.#unbind(name, routingKey),
    });
    this.#running.add(consumption);
    this.#startSharing();
    return {
      stop: async () => {
        await consumption.stop();
        this.#running.delete(consumption);
      },
    };
  }

  async consumeParked(handler: (parked: ParkedMessage) => Promise<void>): Promise<Consumption> {
    const reading = readParking({ link: this.#link, topology: this.#topology }, handler);
    this.#parking.add(reading);
    return reading;
  }

  depth(): Promise<Record<Queue, QueueDepth>> {
    return this.#depth.read(this.#bindings, [...this.#running]);
  }

  /** Proves that the broker is connected and takes messages. @throws Error when not */
  async check(): Promise<void> {
    if (!this.#link.ready) throw new Error("the message broker is away");
  }

  async close(): Promise<void> {
    clearInterval(this.#sharer);
    this.#forgetConnect();
    await Promise.all([...this.#running, ...this.#parking].map((part) => part.stop()));
    this.#running.clear();
    this.#parking.clear();
    await this.#publisher.close();
    await this.#link.close();
  }

  #declare(): Promise<void> {
    this.#declaring ??= this.#declareOnce().finally(() => {
      this.#declaring = undefined;
    });
    return this.#declaring;
  }

  async #declareOnce(): Promise<void> {
    const isNew = await this.#hasNewQueues();
    const channel = await this.#link.acquire();
    try {
      await this.#topology.declare(channel, this.#bindings.values());
    } finally {
      await channel.close();
    }
    if (isNew) await new Promise((resolve) => setTimeout(resolve, this.#timings.settleMs));
  }

  /** Whether a consumer is here for the first time. */
  async #hasNewQueues(): Promise<boolean> {
    const lengths = [...this.#bindings.keys()].map((consumerId) =>
      lengthOfQueue(this.#link, this.#topology.queueOf(consumerId, 0)),
    );
    return (await Promise.all(lengths)).includes(undefined);
  }

  async #unbind(queue: string, routingKey: string): Promise<void> {
    const channel = await this.#link.acquire();
    try {
      await channel.queueUnbind({ exchange: this.#topology.events, queue, routingKey });
    } finally {
      await channel.close();
    }
  }

  #startSharing(): void {
    this.#sharer ??= setInterval(() => {
      const readers = [...this.#running].flatMap((running) => [...running.readers.values()]);
      const broker = { link: this.#link, topology: this.#topology };
      Promise.all([this.#held.sweep(), shareQueues(broker, readers)]).catch((error: unknown) =>
        this.#logger?.debug({ err: error }, "queues cannot be shared now"),
      );
    }, this.#timings.shareMs);
    this.#sharer.unref();
  }
}
