import type { ConsumerBinding, Delivery, ParkedMessage, Settlement } from "@oto/adapters";
import type { Prisma } from "@oto/db";
import { newId } from "@oto/db";
import type { ConsumerId, Queue } from "@oto/events";
import { consumers, QUEUES } from "@oto/events";
import type { Platform } from "@oto/services";
import { ZodError } from "zod";
import type { ConsumerHandler } from "./define-consumer";
import { PermanentError } from "./define-consumer";
import { handleOnce } from "./handle-once";
import type { WorkerMetrics } from "./metrics";
import type { Running } from "./relay";

/**
 * Deliveries handled at once, by resource class: two photos keep two cores busy. Where consumers
 * take many, more are taken than there are connections, to be written together.
 */
const PREFETCH: Record<Queue, number> = { critical: 24, default: 16, media: 2, bulk: 4 };

/** The topology that the event registry declares. */
export const topology: ConsumerBinding[] = Object.entries(consumers).map(
  ([consumerId, contract]) => ({
    consumerId,
    ...contract,
  }),
);

/** What the dead letters keep. */
interface Letter {
  readonly consumerId: string;
  readonly eventId: string;
  readonly eventName: string;
  readonly message: object;
  readonly cause: string;
  readonly attempts: number;
}

async function bury(platform: Platform, letter: Letter): Promise<void> {
  const { consumerId, eventId, eventName, message, cause, attempts } = letter;
  const db = platform.database.unsafeSystem("dead letters are the platform's");
  await db.write(async (tx) => {
    await tx.deadLetter.upsert({
      where: { consumerId_eventId: { consumerId, eventId } },
      create: {
        id: newId(),
        consumerId,
        eventId,
        eventName,
        // cast: the payload came as JSON and is JSON, which `unknown` does not say.
        message: { ...message } as unknown as Prisma.InputJsonValue,
        cause,
        attempts,
      },
      update: { cause, attempts, resolvedAt: null, resolution: null },
      select: { id: true },
    });
  });
}

/** Buries what the bus itself took out of the way: it never reached a handler. */
async function buryParked(platform: Platform, parked: ParkedMessage): Promise<void> {
  const { consumerId, eventId, message, body, cause, attempts } = parked;
  const eventName = message?.name ?? "unreadable";
  await bury(platform, {
    consumerId,
    eventId,
    eventName,
    message: message ?? { body },
    cause: `parked: ${cause}`,
    attempts,
  });
  platform.logger.error({ consumerId, eventId, eventName }, "bus parked a message, dead-lettered");
}

/** What becomes of a failed delivery: again later, or to the dead letters with its cause. */
async function afterFailure(
  platform: Platform,
  delivery: Delivery,
  error: unknown,
): Promise<Settlement> {
  const contract = consumers[delivery.consumerId as ConsumerId];
  const hopeless = error instanceof PermanentError || error instanceof ZodError;
  const { attempts, backoffMs } = contract.retry;
  const ids = {
    consumerId: delivery.consumerId,
    eventId: delivery.message.id,
    attempt: delivery.attempt,
  };
  if (!hopeless && delivery.attempt < attempts) {
    const retryInMs = backoffMs[Math.min(delivery.attempt, backoffMs.length) - 1] ?? 60_000;
    platform.logger.warn({ err: error, ...ids, retryInMs }, "consumer failed, will be retried");
    return { retryInMs };
  }
  const cause = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const { consumerId, message, attempt } = delivery;
  await bury(platform, {
    consumerId,
    eventId: message.id,
    eventName: message.name,
    message,
    cause: cause.slice(0, 2_000),
    attempts: attempt,
  });
  platform.logger.error({ err: error, ...ids }, "consumer gave up, dead-lettered");
  return { deadLetter: cause.slice(0, 500) };
}

/** Handles one delivery from parse to settlement. Exported for tests that deliver by hand. */
export async function settle(
  platform: Platform,
  handlers: ReadonlyMap<string, ConsumerHandler>,
  delivery: Delivery,
): Promise<Settlement> {
  const handler = handlers.get(delivery.consumerId);
  if (!handler) return { retryInMs: 60_000 };
  try {
    await handleOnce(platform, handler, delivery);
    return "ack";
  } catch (error) {
    return afterFailure(platform, delivery, error);
  }
}

export interface ConsumeOptions {
  handlers: readonly ConsumerHandler[];
  /** Worker groups to run; all unless given. */
  groups?: readonly string[] | undefined;
  metrics: WorkerMetrics;
}

/** Starts consuming every queue for the groups asked for. */
export async function startConsumers(
  platform: Platform,
  { handlers, groups, metrics }: ConsumeOptions,
): Promise<Running> {
  const byId = new Map(handlers.map((handler) => [handler.id as string, handler]));
  const consumptions = await Promise.all(
    QUEUES.map((queue) =>
      platform.adapters.bus.consume(
        { queue, prefetch: PREFETCH[queue], ...(groups ? { groups } : {}) },
        async (delivery) => {
          const done = metrics.started(delivery);
          const settlement = await settle(platform, byId, delivery);
          done(settlement);
          return settlement;
        },
      ),
    ),
  );
  const parking = await platform.adapters.bus.consumeParked((parked) =>
    buryParked(platform, parked),
  );
  return {
    async stop() {
      await parking.stop();
      await Promise.all(consumptions.map((consumption) => consumption.stop()));
    },
  };
}
