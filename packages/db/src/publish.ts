import { context, propagation } from "@opentelemetry/api";
import type { EventName, PayloadOf } from "@oto/events";
import { findEvent } from "@oto/events";
import type { Tx } from "./database";
import { newId } from "./ids";

export interface EventInput<Name extends EventName> {
  name: Name;
  payload: PayloadOf<Name>;
  /** What the event is about; its events are delivered in order. */
  aggregateId: string;
  /** The gallery whose change it is; null for the platform itself. */
  galleryId: string | null;
}

/** W3C trace context of the request that makes the change; null while tracing is off. */
function runningTrace(): string | null {
  const carrier: { traceparent?: string } = {};
  propagation.inject(context.active(), carrier);
  return carrier.traceparent ?? null;
}

/**
 * Announces a change: writes the event to the outbox in the transaction of the change, so that
 * both happen or neither. The relay publishes it after the commit. Nothing else enqueues.
 *
 * @returns the event's id
 * @throws ZodError when the payload does not fit the registered schema
 */
export async function publish<Name extends EventName>(
  tx: Tx,
  event: EventInput<Name>,
): Promise<string> {
  const definition = findEvent(event.name);
  if (!definition) throw new Error(`unknown event ${event.name}`);
  const id = newId();
  await tx.outboxEvent.create({
    data: {
      id,
      name: definition.name,
      version: definition.version,
      aggregateType: definition.aggregate,
      aggregateId: event.aggregateId,
      galleryId: event.galleryId,
      payload: definition.payload.parse(event.payload),
      traceparent: runningTrace(),
    },
    select: { id: true },
  });
  return id;
}
