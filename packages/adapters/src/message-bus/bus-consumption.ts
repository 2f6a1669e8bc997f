import type { Queue } from "@oto/events";
import type { Logger } from "@oto/observability";
import type { BusDeliveryStore, ClaimedDelivery } from "./bus-delivery.store";
import type {
  ConsumeOptions,
  ConsumerBinding,
  Consumption,
  DeliveryHandler,
  Settlement,
} from "./message-bus.port";
import { settleInTime } from "./settle-in-time";

export interface BusTimings {
  /** How long a claim holds without a heartbeat (which comes three times as often). */
  readonly leaseMs: number;
  /** How often a quiet consumer looks without being woken. */
  readonly pollMs: number;
  /** How long a handler may go on after its signal aborted, before its delivery is given away. */
  readonly graceMs: number;
}

export interface BusConsumptionContext {
  readonly store: BusDeliveryStore;
  readonly instanceId: string;
  readonly timings: BusTimings;
  readonly logger: Logger | undefined;
  readonly bindingOf: (consumerId: string) => ConsumerBinding | undefined;
}

const FALLBACK = { retry: { attempts: 1, backoffMs: [5_000] }, timeoutMs: 30_000 } as const;
const AFTER_FAILURE_MS = 500;

/** The claim-handle-settle loop of one `consume` call. */
export class BusConsumption implements Consumption {
  readonly queue: Queue;
  readonly #options: ConsumeOptions;
  readonly #handler: DeliveryHandler;
  readonly #context: BusConsumptionContext;
  readonly #inFlight = new Set<string>();
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #heartbeat: NodeJS.Timeout;
  readonly #loop: Promise<void>;
  #settled: string[] = [];
  #flushing: Promise<void> | undefined;
  #stopping = false;
  #woken = false;
  #wake: () => void = () => undefined;

  constructor(options: ConsumeOptions, handler: DeliveryHandler, context: BusConsumptionContext) {
    this.queue = options.queue;
    this.#options = options;
    this.#handler = handler;
    this.#context = context;
    this.#heartbeat = setInterval(() => void this.#renew(), context.timings.leaseMs / 3);
    this.#loop = this.#run();
  }

  /** Says that there may be something to claim. */
  wake(): void {
    this.#woken = true;
    this.#wake();
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    this.wake();
    await this.#loop;
    clearInterval(this.#heartbeat);
    for (const timer of this.#timers) clearTimeout(timer);
  }

  async #run(): Promise<void> {
    while (!this.#stopping) {
      this.#woken = false;
      const free = this.#options.prefetch - this.#inFlight.size;
      let waitMs = this.#context.timings.pollMs;
      if (free > 0) {
        try {
          const claimed = await this.#claim(free);
          for (const delivery of claimed) void this.#deliver(delivery);
          if (claimed.length > 0) continue;
        } catch (error) {
          this.#context.logger?.warn({ err: error, queue: this.queue }, "claim failed");
          waitMs = AFTER_FAILURE_MS;
        }
      }
      await this.#pause(waitMs);
    }
    while (this.#inFlight.size > 0) {
      this.#woken = false;
      await this.#pause(this.#context.timings.pollMs);
    }
  }

  async #claim(limit: number): Promise<ClaimedDelivery[]> {
    const { store, instanceId, timings } = this.#context;
    const { queue, groups } = this.#options;
    const claimed = await store.claim({
      instanceId,
      queue,
      groups: groups ? [...groups] : null,
      limit,
      leaseMs: timings.leaseMs,
    });
    // A process that was suspended for longer than its lease may get back what it still handles.
    return claimed.filter(({ seq }) => !this.#inFlight.has(seq));
  }

  #pause(ms: number): Promise<void> {
    if (this.#woken) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async #deliver(delivery: ClaimedDelivery): Promise<void> {
    this.#inFlight.add(delivery.seq);
    const settlement = await this.#handle(delivery);
    if (typeof settlement === "object" && "retryInMs" in settlement) {
      await this.#postpone(delivery.seq, settlement.retryInMs);
    } else {
      this.#settled.push(delivery.seq);
      this.#flushing ??= this.#flush();
    }
  }

  #handle({ consumerId, attempt, message }: ClaimedDelivery): Promise<Settlement> {
    const { bindingOf, timings, logger } = this.#context;
    const onError = (error: unknown) =>
      logger?.error({ err: error, consumerId, eventId: message.id, attempt }, "handler failed");
    return settleInTime(
      { binding: bindingOf(consumerId) ?? FALLBACK, attempt, graceMs: timings.graceMs, onError },
      (signal) => this.#handler({ message, consumerId, attempt, signal }),
    );
  }

  async #postpone(seq: string, delayMs: number): Promise<void> {
    const { store, instanceId } = this.#context;
    await this.#untilStored(() => store.postpone(instanceId, seq, delayMs));
    this.#release([seq]);
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.wake();
    }, delayMs + 5);
    timer.unref();
    this.#timers.add(timer);
  }

  /** Acknowledgements that arrive while one batch is being written form the next one. */
  async #flush(): Promise<void> {
    const { store, instanceId } = this.#context;
    while (this.#settled.length > 0) {
      const batch = this.#settled;
      this.#settled = [];
      await this.#untilStored(() => store.remove(instanceId, batch));
      this.#release(batch);
    }
    this.#flushing = undefined;
  }

  #release(seqs: readonly string[]): void {
    for (const seq of seqs) this.#inFlight.delete(seq);
    this.wake();
  }

  /**
   * Repeats through a database restart. After a lease has run out somebody else delivers again, so
   * giving up then loses nothing.
   */
  async #untilStored(write: () => Promise<void>): Promise<void> {
    const giveUpAt = Date.now() + this.#context.timings.leaseMs;
    for (;;) {
      try {
        return await write();
      } catch (error) {
        if (Date.now() > giveUpAt) {
          this.#context.logger?.warn({ err: error }, "settling failed, the lease will run out");
          return;
        }
        await new Promise((resolve) => setTimeout(resolve, AFTER_FAILURE_MS));
      }
    }
  }

  async #renew(): Promise<void> {
    if (this.#inFlight.size === 0) return;
    const { store, instanceId, timings, logger } = this.#context;
    await store
      .extend(instanceId, [...this.#inFlight], timings.leaseMs)
      .catch((error: unknown) => logger?.warn({ err: error }, "lease renewal failed"));
  }
}
