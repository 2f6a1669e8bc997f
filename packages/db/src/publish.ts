import { context, propagation } from "@opentelemetry/api";
import type { EventName, PayloadOf } from "@oto/events";
import { findEvent } from "@oto/events";
import type { Tx } from "./database";
import { Prisma } from "./generated/client";
import { newId } from "./ids";
import { execute } from "./statement";

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

/** An event of any name, with the payload of that name. */
export type AnyEvent = { [Name in EventName]: EventInput<Name> }[EventName];

/** Rows come as one JSON text, so that the statement is the same for any number of events. */
async function insertEvents(tx: Tx, rows: readonly ReturnType<typeof rowOf>[]): Promise<void> {
  await execute(
    tx,
    Prisma.sql`
    insert into outbox_event (id, name, version, aggregate_type, aggregate_id, gallery_id, payload,
      traceparent, occurred_at)
    select id, name, version, "aggregateType", "aggregateId", "galleryId", payload, traceparent,
      clock_timestamp()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as event(id uuid, name text,
      version int, "aggregateType" text, "aggregateId" uuid, "galleryId" uuid, payload jsonb,
      traceparent text)`,
  );
}

/** The outbox row of an event whose name and payload belong together by its type. */
function rowOf(
  event: Omit<EventInput<EventName>, "payload"> & { payload: unknown },
  traceparent: string | null,
) {
  const { aggregateId, galleryId, name } = event;
  const definition = findEvent(name);
  if (!definition) throw new Error(`unknown event ${name}`);
  return {
    id: newId(),
    name: definition.name,
    version: definition.version,
    aggregateType: definition.aggregate,
    aggregateId,
    galleryId,
    payload: definition.payload.parse(event.payload),
    traceparent,
  };
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
  const data = rowOf(event, runningTrace());
  await insertEvents(tx, [data]);
  return data.id;
}

/**
 * Announces many changes of one transaction at once, in their order.
 * @throws ZodError as `publish`
 */
export async function publishAll(tx: Tx, events: readonly AnyEvent[]): Promise<void> {
  if (events.length === 0) return;
  const traceparent = runningTrace();
  await insertEvents(
    tx,
    events.map((event) => rowOf(event, traceparent)),
  );
}
