import type { Queue } from "@oto/events";
import { QUEUES } from "@oto/events";
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
    const queues = consumerIds.flatMap((consumerId) => this.#topology.queuesOf(consumerId));
    // None yet: no worker of this version has been here.
    const lengths = await Promise.all(
      queues.map(async (queue) => (await lengthOfQueue(this.#link, queue)) ?? 0),
    );
    return sum(lengths);
  }
}

/** Messages ready in a queue; undefined when the broker has no such queue. */
export async function lengthOfQueue(link: RabbitLink, queue: string): Promise<number | undefined> {
  const channel = await link.acquire();
  try {
    return (await channel.queueDeclare({ queue, passive: true })).messageCount;
  } catch (error) {
    if (error instanceof AMQPChannelError && error.code === "NOT_FOUND") return undefined;
    throw error;
  } finally {
    await channel.close();
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
