import type { Delivery } from "@oto/adapters";
import type { Tx } from "@oto/db";
import { parseEvent } from "@oto/events";
import type { Platform } from "@oto/services";
import type { ConsumedEvent, ConsumerHandler } from "./define-consumer";
import { EffectBatch } from "./effect-batch";

type AnyEvent = Parameters<ConsumerHandler["handle"]>[2];

const system = (platform: Platform) =>
  platform.database.unsafeSystem("a consumer acts for the gallery of its event");

/** Marks events as handled by a consumer. Resolves to the ids of those that had not been. */
async function enterInbox(
  tx: Tx,
  consumerId: string,
  eventIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    insert into inbox_entry (consumer_id, event_id)
    select ${consumerId}, id from unnest(${eventIds}::uuid[]) as id order by id
    on conflict do nothing returning event_id as id`;
  return new Set(rows.map(({ id }) => id));
}

/** Those of the events, each once, that a consumer has not handled yet. */
async function unhandled(
  platform: Platform,
  consumerId: string,
  events: readonly AnyEvent[],
): Promise<AnyEvent[]> {
  const once = new Map(events.map((event) => [event.eventId, event]));
  const entries = await system(platform).read((tx) =>
    tx.inboxEntry.findMany({
      where: { consumerId, eventId: { in: [...once.keys()] } },
      select: { eventId: true },
    }),
  );
  for (const { eventId } of entries) once.delete(eventId);
  return [...once.values()];
}

function eventOf({ message, attempt, signal }: Delivery): AnyEvent {
  const parsed = parseEvent(message.name, message.version, message.payload);
  const { galleryId, id: eventId, occurredAt } = message;
  const meta: ConsumedEvent = { eventId, galleryId, occurredAt, attempt, signal };
  return { ...parsed, ...meta } as AnyEvent;
}

/** Writes effects in the transaction of their inbox rows. */
async function writeEffects(
  { platform, tx }: { platform: Platform; tx: Tx },
  handler: ConsumerHandler,
  events: readonly AnyEvent[],
): Promise<void> {
  if (handler.handleMany && events.length > 1) await handler.handleMany(platform, tx, events);
  else
    for (const event of events)
      await handler.handle(platform, tx, { ...event, prepared: undefined });
}

/** Writes the effects of events that had none yet, all in one transaction with their inbox rows. */
async function handleTogether(
  platform: Platform,
  handler: ConsumerHandler,
  delivered: readonly AnyEvent[],
): Promise<void> {
  let events = delivered;
  if (handler.prepareMany) {
    events = await unhandled(platform, handler.id, delivered);
    if (events.length === 0) return;
    await handler.prepareMany(platform, events);
  }
  await system(platform).write(async (tx) => {
    const once = new Map(events.map((event) => [event.eventId, event]));
    const fresh = await enterInbox(tx, handler.id, [...once.keys()]);
    const due = [...once.values()].filter(({ eventId }) => fresh.has(eventId));
    await writeEffects({ platform, tx }, handler, due);
  });
}

async function handleAlone(
  platform: Platform,
  handler: ConsumerHandler,
  event: AnyEvent,
): Promise<void> {
  const { eventId } = event;
  const { prepare } = handler;
  if (prepare && (await unhandled(platform, handler.id, [event])).length === 0) return;
  const prepared = await handler.prepare?.(platform, event);
  await system(platform).write(async (tx) => {
    const fresh = await enterInbox(tx, handler.id, [eventId]);
    if (fresh.has(eventId)) await handler.handle(platform, tx, { ...event, prepared });
  });
}

const batches = new WeakMap<Platform, Map<ConsumerHandler, EffectBatch<AnyEvent>>>();

/** The effects of one consumer that this process writes together. */
function batchOf(platform: Platform, handler: ConsumerHandler): EffectBatch<AnyEvent> {
  const known = batches.get(platform) ?? new Map<ConsumerHandler, EffectBatch<AnyEvent>>();
  batches.set(platform, known);
  const batch =
    known.get(handler) ??
    new EffectBatch<AnyEvent>((events) => handleTogether(platform, handler, events));
  known.set(handler, batch);
  return batch;
}

/**
 * Lets a delivery have its effect, exactly once: effect and inbox row commit together. A consumer
 * that takes many is given what is delivered at the same time, which the bus makes events of
 * different aggregates.
 */
export async function handleOnce(
  platform: Platform,
  handler: ConsumerHandler,
  delivery: Delivery,
): Promise<void> {
  const { consumerId, message } = delivery;
  const event = eventOf(delivery);
  if (handler.handleMany || handler.prepareMany) await batchOf(platform, handler).add(event);
  else await handleAlone(platform, handler, event);
  await handler.afterCommit?.(platform, event).catch((error: unknown) => {
    platform.logger.warn({ err: error, consumerId, eventId: message.id }, "hint after commit lost");
  });
}
