import type { Queue } from "@oto/events";
import { QUEUES } from "@oto/events";
import type { Channel } from "rabbitmq-client";
import { AMQPChannelError } from "rabbitmq-client";
import type { HeldLineStore } from "./held-line.store";
import type { ConsumerBinding, QueueDepth } from "./message-bus.port";
import type { RabbitConsumption } from "./rabbit-consumption";
import type { RabbitLink } from "./rabbit-link";
import type { RabbitTopology } from "./rabbit-topology";

/** Counts what waits, without the management plug-in. */
export class RabbitDepth {
  readonly #link: RabbitLink;
  readonly #topology: RabbitTopology;
  readonly #held: HeldLineStore;
  /** Since when a queue was seen with something in it, for processes that do not consume. */
  readonly #busySince = new Map<Queue, number>();
  #channel: Channel | undefined;

  constructor(link: RabbitLink, topology: RabbitTopology, held: HeldLineStore) {
    this.#link = link;
    this.#topology = topology;
    this.#held = held;
  }

  async read(
    bindings: ReadonlyMap<string, ConsumerBinding>,
    running: readonly RabbitConsumption[],
  ): Promise<Record<Queue, QueueDepth>> {
    const waiting = await this.#held.waiting();
    const rows: [Queue, QueueDepth][] = [];
    for (const queue of QUEUES) {
      const consumerIds = [...bindings.values()]
        .filter((binding) => binding.queue === queue)
        .map(({ consumerId }) => consumerId);
      const lines = waiting.filter(({ consumerId }) => consumerIds.includes(consumerId));
      const here = running.filter((consumption) => consumption.queue === queue);
      const inBroker = await this.#ready(consumerIds);
      const counts = {
        ready: inBroker + sum(here.map(({ buffered }) => buffered)),
        delayed: sum(lines.map(({ count }) => count)),
        inFlight: sum(here.map(({ inFlight }) => inFlight)),
      };
      const ages = [
        ...lines.map(({ oldestAgeMs }) => oldestAgeMs),
        ...here.map(({ oldestPublishedAt: at }) => (at ? Date.now() - at : 0)),
        this.#busyFor(queue, sum(Object.values(counts)) > 0),
      ];
      rows.push([queue, { ...counts, oldestAgeMs: Math.max(0, ...ages) }]);
    }
    return Object.fromEntries(rows) as Record<Queue, QueueDepth>;
  }

  async close(): Promise<void> {
    await this.#channel?.close();
  }

  #busyFor(queue: Queue, isBusy: boolean): number {
    if (!isBusy) {
      this.#busySince.delete(queue);
      return 0;
    }
    const since = this.#busySince.get(queue) ?? Date.now();
    this.#busySince.set(queue, since);
    return Date.now() - since;
  }

  async #ready(consumerIds: readonly string[]): Promise<number> {
    let ready = 0;
    for (const consumerId of consumerIds) {
      for (const queue of this.#topology.queuesOf(consumerId)) ready += await this.#lengthOf(queue);
    }
    return ready;
  }

  async #lengthOf(queue: string): Promise<number> {
    if (!this.#channel?.active) this.#channel = await this.#link.acquire();
    try {
      const { messageCount } = await this.#channel.queueDeclare({ queue, passive: true });
      return messageCount;
    } catch (error) {
      // Not declared yet: no worker of this version has been here.
      if (error instanceof AMQPChannelError && error.code === "NOT_FOUND") return 0;
      throw error;
    }
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
