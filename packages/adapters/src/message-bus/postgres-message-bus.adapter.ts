import type { Queue } from "@oto/events";
import type { Logger } from "@oto/observability";
import type { Pool } from "pg";
import { ListeningConnection } from "../postgres/listening-connection";
import { bindingsById } from "./bound-consumers";
import type { BusTimings } from "./bus-consumption";
import { BusConsumption } from "./bus-consumption";
import type { Route } from "./bus-delivery.store";
import { BUS_CHANNEL, BusDeliveryStore } from "./bus-delivery.store";
import { BusInstance } from "./bus-instance";
import type {
  BusMessage,
  ConsumeOptions,
  ConsumerBinding,
  Consumption,
  DeliveryHandler,
  MessageBus,
  QueueDepth,
} from "./message-bus.port";
import { UnroutableError } from "./message-bus.port";

export interface PostgresMessageBusOptions {
  readonly pool: Pool;
  /** Shared with other adapters; the bus makes its own unless given. */
  readonly connection?: ListeningConnection | undefined;
  readonly logger?: Logger | undefined;
  readonly timings?: Partial<BusTimings>;
}

const RECLAIM_EVERY_MS = 5_000;

/**
 * Message bus on PostgreSQL: a row per consumer and event in `bus_delivery`, leased with
 * `FOR UPDATE SKIP LOCKED`, woken by NOTIFY, deleted when acknowledged.
 */
export class PostgresMessageBus implements MessageBus {
  readonly #pool: Pool;
  readonly #logger: Logger | undefined;
  readonly #timings: BusTimings;
  readonly #store: BusDeliveryStore;
  readonly #connection: ListeningConnection;
  readonly #ownsConnection: boolean;
  readonly #instance: BusInstance;
  readonly #running = new Set<BusConsumption>();
  #bindings: ReadonlyMap<string, ConsumerBinding> = new Map();
  #routes = new Map<string, Route[]>();
  #started: Promise<void> | undefined;
  #reclaimer: NodeJS.Timeout | undefined;
  #unlisten: (() => Promise<void>) | undefined;
  #forgetReconnect: (() => void) | undefined;

  constructor({ pool, connection, logger, timings }: PostgresMessageBusOptions) {
    this.#pool = pool;
    this.#logger = logger;
    this.#timings = { leaseMs: 30_000, pollMs: 1_000, graceMs: 5_000, ...timings };
    this.#store = new BusDeliveryStore(pool);
    this.#ownsConnection = connection === undefined;
    this.#connection = connection ?? new ListeningConnection({ pool, logger });
    this.#instance = new BusInstance(this.#pool, this.#connection);
  }

  async bind(topology: readonly ConsumerBinding[]): Promise<void> {
    const bindings = bindingsById(topology);
    const routes = new Map<string, Route[]>();
    for (const { consumerId, on, queue, group = queue } of topology) {
      for (const name of new Set(on)) {
        const known = routes.get(name) ?? [];
        known.push({ name, consumerId, queue, group });
        routes.set(name, known);
      }
    }
    this.#bindings = bindings;
    this.#routes = routes;
  }

  async publish(messages: readonly BusMessage[]): Promise<void> {
    const routable = messages.filter(({ name }) => this.#routes.has(name));
    if (routable.length > 0) {
      const names = new Set(routable.map(({ name }) => name));
      const routes = [...names].flatMap((name) => this.#routes.get(name) ?? []);
      await this.#store.insert(routable, routes);
    }
    if (routable.length < messages.length) {
      throw new UnroutableError(messages.filter(({ name }) => !this.#routes.has(name)));
    }
  }

  async consume(options: ConsumeOptions, handler: DeliveryHandler): Promise<Consumption> {
    this.#started ??= this.#start().catch((error: unknown) => {
      this.#started = undefined;
      throw error;
    });
    await this.#started;
    const consumption = new BusConsumption(options, handler, {
      store: this.#store,
      instanceId: this.#instance.id,
      timings: this.#timings,
      logger: this.#logger,
      bindingOf: (consumerId) => this.#bindings.get(consumerId),
    });
    this.#running.add(consumption);
    return {
      stop: async () => {
        await consumption.stop();
        this.#running.delete(consumption);
      },
    };
  }

  /** Nothing is ever parked here: a row cannot hold a message that does not read. */
  async consumeParked(): Promise<Consumption> {
    return { stop: async () => undefined };
  }

  depth(): Promise<Record<Queue, QueueDepth>> {
    return this.#store.depth();
  }

  async close(): Promise<void> {
    await Promise.all([...this.#running].map((consumption) => consumption.stop()));
    this.#running.clear();
    clearInterval(this.#reclaimer);
    this.#forgetReconnect?.();
    if (this.#started) {
      await this.#unlisten?.();
      // Should the database be away, the others will bury this instance themselves.
      await this.#instance.unregister().catch(() => undefined);
    }
    if (this.#ownsConnection) await this.#connection.close();
  }

  async #start(): Promise<void> {
    this.#unlisten = await this.#connection.listen(BUS_CHANNEL, (queue) => {
      for (const consumption of this.#running) if (consumption.queue === queue) consumption.wake();
    });
    // Wake-ups that came while the connection was down are lost: look at once when it is back.
    this.#forgetReconnect = this.#connection.onConnected(() => this.#wakeAll());
    await this.#instance.register();
    await this.#reclaim();
    this.#reclaimer = setInterval(() => void this.#reclaim(), RECLAIM_EVERY_MS);
    this.#reclaimer.unref();
  }

  #wakeAll(): void {
    for (const consumption of this.#running) consumption.wake();
  }

  async #reclaim(): Promise<void> {
    try {
      const freed = await this.#instance.reclaim();
      if (freed === 0) return;
      this.#logger?.warn({ freed }, "took over the deliveries of a process that died");
      this.#wakeAll();
    } catch (error) {
      this.#logger?.warn({ err: error }, "looking for dead processes failed");
    }
  }
}
