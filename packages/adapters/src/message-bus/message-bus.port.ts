import type { Queue } from "@oto/events";

/** An event on its way to its consumers. Plain JSON throughout. */
export interface BusMessage {
  /** Event id (UUID); together with a consumer id it names a delivery. */
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly aggregateType: string;
  readonly aggregateId: string;
  readonly galleryId: string | null;
  /** ISO-8601 instant. */
  readonly occurredAt: string;
  /** Unknown until the consumer parses it. */
  readonly payload: unknown;
  /** W3C trace context of the request that caused the event. */
  readonly traceparent?: string | undefined;
}

/** How one consumer is fed. */
export interface ConsumerBinding {
  readonly consumerId: string;
  /** Event names. */
  readonly on: readonly string[];
  readonly queue: Queue;
  /** Worker group that may be run alone; the queue's name unless given. */
  readonly group?: string;
  readonly retry: { readonly attempts: number; readonly backoffMs: readonly number[] };
  /** Milliseconds a handler may take; then its signal aborts and the delivery is retried. */
  readonly timeoutMs: number;
}

export interface Delivery {
  readonly message: BusMessage;
  readonly consumerId: string;
  /** 1 at the first delivery; a crash in mid-handling counts. */
  readonly attempt: number;
  /** Aborts when the time limit has passed. */
  readonly signal: AbortSignal;
}

/**
 * `ack`: done. `retryInMs`: again after that delay, order within the aggregate kept. `deadLetter`:
 * gone from the bus; the handler has stored message and cause before it says so.
 */
export type Settlement = "ack" | { readonly retryInMs: number } | { readonly deadLetter: string };

/** A rejected handler counts as `retryInMs` with the binding's back-off, without end. */
export type DeliveryHandler = (delivery: Delivery) => Promise<Settlement>;

export interface ConsumeOptions {
  readonly queue: Queue;
  /** Deliveries handled at the same time. */
  readonly prefetch: number;
  /** Only consumers of these groups; all of the queue unless given. */
  readonly groups?: readonly string[];
}

/** A message that the bus took out of the way because it can never be handled. */
export interface ParkedMessage {
  readonly consumerId: string;
  /** Id of the event, or of the body when it names none. */
  readonly eventId: string;
  /** Undefined when the body is no message. */
  readonly message: BusMessage | undefined;
  /** The body, shortened, for people. */
  readonly body: string;
  readonly cause: string;
  readonly attempts: number;
}

export interface Consumption {
  /** Takes nothing new and resolves when everything being handled is settled. */
  stop(): Promise<void>;
}

export interface QueueDepth {
  /** Deliverable now. */
  readonly ready: number;
  /** Waiting for a retry. */
  readonly delayed: number;
  /** Being handled. */
  readonly inFlight: number;
  /** Milliseconds since the oldest undelivered message was published; 0 when empty. */
  readonly oldestAgeMs: number;
}

/** Nobody is bound to these events. All other messages of the same call were published. */
export class UnroutableError extends Error {
  readonly eventIds: readonly string[];

  constructor(messages: readonly BusMessage[]) {
    super(`no consumer is bound to ${[...new Set(messages.map(({ name }) => name))].join(", ")}`);
    this.name = "UnroutableError";
    this.eventIds = messages.map(({ id }) => id);
  }
}

/**
 * Delivers events to consumers: at least once, and per consumer in the order in which the messages
 * of one aggregate were published (a message that is being retried holds the later ones back).
 */
export interface MessageBus {
  /** Declares the topology, replacing the one before. Call it before publishing and consuming. */
  bind(topology: readonly ConsumerBinding[]): Promise<void>;
  /**
   * Resolves only once all messages are stored for all their consumers. A message that is published
   * again may be delivered again: consumers are idempotent.
   * @throws UnroutableError naming the events that nobody is bound to
   */
  publish(messages: readonly BusMessage[]): Promise<void>;
  consume(options: ConsumeOptions, handler: DeliveryHandler): Promise<Consumption>;
  /**
   * Hands over what the bus parked: messages that cannot be read or that end every process which
   * takes them. A rejected handler is asked again later.
   */
  consumeParked(handler: (parked: ParkedMessage) => Promise<void>): Promise<Consumption>;
  /**
   * Counts for metrics and the admin panel, a row for every queue. A broker that does not tell says
   * what this process knows: `inFlight` then counts this process alone, and `oldestAgeMs` is a lower
   * bound.
   */
  depth(): Promise<Record<Queue, QueueDepth>>;
  /** Stops all consumption, then lets go of its resources. */
  close(): Promise<void>;
}
