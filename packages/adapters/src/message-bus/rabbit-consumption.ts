import type { Queue } from "@oto/events";
import type { Logger } from "@oto/observability";
import type { HeldLineStore, Line } from "./held-line.store";
import type {
  BusMessage,
  ConsumeOptions,
  ConsumerBinding,
  Consumption,
  DeliveryHandler,
  Settlement,
} from "./message-bus.port";
import type { Arrival } from "./rabbit-message";
import { readArrival } from "./rabbit-message";
import type { RabbitDelivery, RabbitReader } from "./rabbit-reader";
import type { RabbitRetries } from "./rabbit-retries";
import { settleInTime } from "./settle-in-time";
import { Slots } from "./slots";

export interface RabbitTimings {
  /** How long a handler may go on after its signal aborted, before its delivery is given up. */
  readonly graceMs: number;
  /** Milliseconds between two looks at whether another process should share the queues. */
  readonly shareMs: number;
}

export interface RabbitConsumptionContext {
  readonly held: HeldLineStore;
  readonly retries: RabbitRetries;
  readonly timings: RabbitTimings;
  readonly logger: Logger | undefined;
  openReader(
    queue: string,
    prefetch: number,
    onDelivery: (delivery: RabbitDelivery) => Promise<void>,
  ): RabbitReader;
  queuesOf(consumerId: string): readonly string[];
  /** Where this process shows that it reads the consumer's queues. */
  rollOf(consumerId: string): string;
  /** Takes back a subscription that an older version left on the broker. */
  unbind(queue: string, routingKey: string): Promise<void>;
}

interface Work {
  readonly binding: ConsumerBinding;
  readonly delivery: RabbitDelivery;
  readonly arrival: Arrival;
  readonly message: BusMessage;
  readonly line: Line;
}

/** A clock may run this far ahead of the broker's. */
const EARLY_MS = 2;
const AFTER_FAILURE_MS = 500;

/** The read-handle-settle work of one `consume` call over all its queues. */
export class RabbitConsumption implements Consumption {
  readonly queue: Queue;
  readonly readers: ReadonlyMap<string, readonly RabbitReader[]>;
  readonly #rolls: readonly RabbitReader[];
  readonly #handler: DeliveryHandler;
  readonly #context: RabbitConsumptionContext;
  readonly #slots: Slots;
  /** Last piece of work of every line that is busy: the next one waits for it. */
  readonly #lines = new Map<string, Promise<void>>();
  readonly #known = new Map<RabbitDelivery, number>();
  #handling = 0;

  constructor(
    options: ConsumeOptions & { readonly bindings: readonly ConsumerBinding[] },
    handler: DeliveryHandler,
    context: RabbitConsumptionContext,
  ) {
    this.queue = options.queue;
    this.#handler = handler;
    this.#context = context;
    this.#slots = new Slots(options.prefetch);
    // The next ones are here when one is done; more would only wait here instead of there.
    const prefetch = options.prefetch * 2;
    this.readers = new Map(
      options.bindings.map((binding) => [
        binding.consumerId,
        context
          .queuesOf(binding.consumerId)
          .map((queue) =>
            context.openReader(queue, prefetch, (delivery) => this.#accept(binding, delivery)),
          ),
      ]),
    );
    this.#rolls = options.bindings.map(({ consumerId }) =>
      context.openReader(context.rollOf(consumerId), 1, async (delivery) => delivery.ack()),
    );
  }

  /** Deliveries being handled here. */
  get inFlight(): number {
    return this.#handling;
  }

  /** Deliveries that wait in this process for their turn. */
  get buffered(): number {
    return this.#known.size - this.#handling;
  }

  /** When the oldest message that is here was published, in milliseconds since the epoch. */
  get oldestPublishedAt(): number | undefined {
    return this.#known.size > 0 ? Math.min(...this.#known.values()) : undefined;
  }

  async stop(): Promise<void> {
    const readers = [...[...this.readers.values()].flat(), ...this.#rolls];
    await Promise.all(readers.map((reader) => reader.stop()));
  }

  async #accept(binding: ConsumerBinding, delivery: RabbitDelivery): Promise<void> {
    const arrival = readArrival(delivery.message);
    const { message } = arrival;
    this.#known.set(delivery, arrival.publishedAt);
    try {
      if (!message) return await this.#park(binding, delivery);
      if (!binding.on.includes(message.name)) return await this.#refuse(delivery);
      const { consumerId } = binding;
      const { aggregateType, aggregateId } = message;
      const line = { consumerId, aggregateType, aggregateId };
      await this.#inLine({ binding, delivery, arrival, message, line });
    } catch (error) {
      this.#context.logger?.error({ err: error, consumerId: binding.consumerId }, "delivery lost");
    } finally {
      this.#known.delete(delivery);
    }
  }

  /** A message that cannot be read goes out of the way of the others, to be looked at. */
  async #park({ consumerId }: ConsumerBinding, delivery: RabbitDelivery): Promise<void> {
    const { retries, logger } = this.#context;
    if (await this.#insist(delivery, () => retries.park(consumerId, delivery.message))) {
      delivery.ack();
      logger?.error({ consumerId }, "message cannot be read, parked");
    }
  }

  /** An event that this version's consumer does not listen to any more. */
  async #refuse(delivery: RabbitDelivery): Promise<void> {
    const { routingKey } = delivery.message;
    const { queue } = delivery;
    await this.#context.unbind(queue, routingKey).catch(() => undefined);
    delivery.ack();
    this.#context.logger?.info({ routingKey, queue }, "took back an old subscription");
  }

  async #inLine(work: Work): Promise<void> {
    const { consumerId, aggregateType, aggregateId } = work.line;
    const key = `${consumerId} ${aggregateType} ${aggregateId}`;
    const turn = (this.#lines.get(key) ?? Promise.resolve()).then(() => this.#take(work));
    const settled = turn.catch(() => undefined);
    this.#lines.set(key, settled);
    try {
      await turn;
    } finally {
      if (this.#lines.get(key) === settled) this.#lines.delete(key);
    }
  }

  async #take(work: Work): Promise<void> {
    const leave = await this.#slots.enter();
    try {
      if (work.delivery.isOurs) await this.#takeTurn(work);
    } finally {
      leave();
    }
  }

  async #takeTurn(work: Work): Promise<void> {
    const { delivery, arrival, message, line } = work;
    const { held, retries } = this.#context;
    const found = await this.#insist(delivery, () => held.headOf(line));
    if (!found || !delivery.isOurs) return;
    const head = found.result;
    const isFirst = head === undefined || head.eventId === message.id;
    const dueAt = isFirst ? arrival.dueAt : Math.max(arrival.dueAt, head.dueAt);
    if (isFirst && dueAt - Date.now() <= EARLY_MS) return this.#handle(work, head !== undefined);
    const passage = { ...arrival, dueAt };
    const isHeld = await this.#insist(delivery, () =>
      retries.hold({ queue: delivery.queue, line, message, passage }),
    );
    if (isHeld) delivery.ack();
  }

  async #handle(work: Work, isHeld: boolean): Promise<void> {
    this.#handling += 1;
    try {
      const { binding, arrival, message } = work;
      const attempt = arrival.attempts + arrival.returned + 1;
      const settlement = await this.#ask(binding, message, attempt);
      const isSettled =
        typeof settlement === "object" && "retryInMs" in settlement
          ? await this.#again(work, attempt, settlement.retryInMs)
          : await this.#done(work, isHeld);
      if (isSettled) work.delivery.ack();
    } finally {
      this.#handling -= 1;
    }
  }

  async #again(work: Work, attempts: number, retryInMs: number): Promise<boolean> {
    const { delivery, arrival, message, line } = work;
    const passage = { attempts, dueAt: Date.now() + retryInMs, publishedAt: arrival.publishedAt };
    const held = await this.#insist(delivery, () =>
      this.#context.retries.hold({ queue: delivery.queue, line, message, passage }),
    );
    return held !== undefined;
  }

  async #done({ delivery, arrival, message, line }: Work, isHeld: boolean): Promise<boolean> {
    // After a return somebody else may have put it into the line before it lost the connection.
    if (!isHeld && arrival.returned === 0) return true;
    const { held } = this.#context;
    const left = await this.#insist(delivery, () => held.leave(line.consumerId, message.id));
    return left !== undefined;
  }

  #ask(binding: ConsumerBinding, message: BusMessage, attempt: number): Promise<Settlement> {
    const { consumerId } = binding;
    const { logger, timings } = this.#context;
    const onError = (error: unknown) =>
      logger?.error({ err: error, consumerId, eventId: message.id, attempt }, "handler failed");
    return settleInTime({ binding, attempt, graceMs: timings.graceMs, onError }, (signal) =>
      this.#handler({ message, consumerId, attempt, signal }),
    );
  }

  /**
   * Repeats what the database or the broker refuses, for as long as the delivery can be answered.
   * @returns undefined when it cannot: the broker delivers it again
   */
  async #insist<Result>(
    delivery: RabbitDelivery,
    act: () => Promise<Result>,
  ): Promise<{ readonly result: Result } | undefined> {
    while (delivery.isAnswerable) {
      try {
        return { result: await act() };
      } catch (error) {
        this.#context.logger?.warn({ err: error }, "settling failed, tried again");
        await new Promise((resolve) => setTimeout(resolve, AFTER_FAILURE_MS));
      }
    }
    return undefined;
  }
}
