import type { AsyncMessage } from "rabbitmq-client";
import { z } from "zod";
import type { BusMessage } from "./message-bus.port";

const busMessage: z.ZodType<BusMessage> = z.object({
  id: z.uuid(),
  name: z.string().min(1),
  version: z.int(),
  aggregateType: z.string().min(1),
  aggregateId: z.string().min(1),
  galleryId: z.string().nullable(),
  occurredAt: z.string(),
  payload: z.unknown(),
  traceparent: z.string().optional(),
});

/** Headers of ours. Numbers travel as text: AMQP has too many kinds of integers. */
const ATTEMPTS = "x-oto-attempts";
const DUE_AT = "x-oto-due-at";
const PUBLISHED_AT = "x-oto-published-at";
/** Set by quorum queues: how often the message came back without an answer. */
const RETURNED = "x-delivery-count";

export interface Passage {
  /** Deliveries that a handler has answered with "again later". */
  readonly attempts: number;
  /** Milliseconds since the epoch before which it is not delivered. */
  readonly dueAt: number;
  readonly publishedAt: number;
}

export interface Arrival extends Passage {
  /** Undefined when the body is not a message. */
  readonly message: BusMessage | undefined;
  /** Times it was delivered before without an answer. */
  readonly returned: number;
}

const toNumber = (header: unknown): number => {
  const value = Number(header ?? 0);
  return Number.isFinite(value) ? value : 0;
};

export function toHeaders({ attempts, dueAt, publishedAt }: Passage): Record<string, string> {
  return {
    [ATTEMPTS]: String(attempts),
    [DUE_AT]: String(dueAt),
    [PUBLISHED_AT]: String(publishedAt),
  };
}

export const toBody = (message: BusMessage): Buffer => Buffer.from(JSON.stringify(message));

/** Reads what the broker delivered; whatever is in it, this does not throw. */
export function readArrival({ body, headers = {} }: AsyncMessage): Arrival {
  const parsed = busMessage.safeParse(body);
  return {
    message: parsed.success ? parsed.data : undefined,
    attempts: toNumber(headers[ATTEMPTS]),
    dueAt: toNumber(headers[DUE_AT]),
    publishedAt: toNumber(headers[PUBLISHED_AT]) || Date.now(),
    returned: toNumber(headers[RETURNED]),
  };
}

const LONGEST_TEXT = 65_536;

/** The body as text, for people to look at. */
export function bodyText(body: unknown): string {
  const text = Buffer.isBuffer(body) ? body.toString("utf8") : JSON.stringify(body);
  return text.slice(0, LONGEST_TEXT).replaceAll("\0", "");
}
