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

async function alreadyHandled(
  platform: Platform,
  consumerId: string,
  eventId: string,
): Promise<boolean> {
  return system(platform).read(async (tx) => {
    const entry = await tx.inboxEntry.findUnique({
      where: { consumerId_eventId: { consumerId, eventId } },
      select: { eventId: true },
    });
    return entry !== null;
  });
}

function eventOf({ message, attempt, signal }: Delivery): AnyEvent {
  const parsed = parseEvent(message.name, message.version, message.payload);
  const { galleryId, id: eventId, occurredAt } = message;
  const meta: ConsumedEvent = { eventId, galleryId, occurredAt, attempt, signal };
  return { ...parsed, ...meta } as AnyEvent;
}

/** Writes the effects of events that had none yet, all in one transaction with their inbox rows. */
async function handleTogether(
  platform: Platform,
  handler: ConsumerHandler,
  events: readonly AnyEvent[],
): Promise<void> {
  await system(platform).write(async (tx) => {
    const fresh = await enterInbox(
      tx,
      handler.id,
      events.map(({ eventId }) => eventId),
    );
    const first = new Map(events.map((event) => [event.eventId, event]));
    const due = [...first.values()].filter(({ eventId }) => fresh.has(eventId));
    const [one, ...others] = due;
    if (one === undefined) return;
    if (others.length > 0) await handler.handleMany?.(platform, tx, due);
    else await handler.handle(platform, tx, { ...one, prepared: undefined });
  });
}

async function handleAlone(
  platform: Platform,
  handler: ConsumerHandler,
  event: AnyEvent,
): Promise<void> {
  const { eventId } = event;
  if (handler.prepare && (await alreadyHandled(platform, handler.id, eventId))) return;
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
  if (handler.handleMany) await batchOf(platform, handler).add(event);
  else await handleAlone(platform, handler, event);
  await handler.afterCommit?.(platform, event).catch((error: unknown) => {
    platform.logger.warn({ err: error, consumerId, eventId: message.id }, "hint after commit lost");
  });
}
