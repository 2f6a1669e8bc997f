import { createHash } from "node:crypto";
import type { AsyncMessage } from "rabbitmq-client";
import type { HeldLineStore, Line } from "./held-line.store";
import type { BusMessage } from "./message-bus.port";
import type { Passage } from "./rabbit-message";
import { bodyText, toBody, toHeaders } from "./rabbit-message";
import type { Outgoing, RabbitPublisher } from "./rabbit-publisher";
import type { RabbitTopology } from "./rabbit-topology";
import { DELAYS_MS } from "./rabbit-topology";

export const PARKED_CONSUMER = "x-oto-consumer";
export const PARKED_CAUSE = "x-oto-cause";

export interface Waiting {
  /** Where it comes back to. */
  readonly queue: string;
  readonly line: Line;
  readonly message: BusMessage;
  readonly passage: Passage;
}

/** The longest delay that does not overshoot; what is left over takes another round. */
export function delayStep(waitMs: number): number {
  return DELAYS_MS.findLast((step) => step <= waitMs) ?? DELAYS_MS[0];
}

/** An id for a message that brings none that could be one: the same for the same text. */
export function idOfBody(text: string): string {
  const hash = createHash("sha256").update(text).digest("hex");
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`];
  return [...parts, `8${hash.slice(17, 20)}`, hash.slice(20, 32)].join("-");
}

/** Puts messages into the delay queues, and out of the way. */
export class RabbitRetries {
  readonly #publisher: RabbitPublisher;
  readonly #topology: RabbitTopology;
  readonly #held: HeldLineStore;

  constructor(publisher: RabbitPublisher, topology: RabbitTopology, held: HeldLineStore) {
    this.#publisher = publisher;
    this.#topology = topology;
    this.#held = held;
  }

  /**
   * Brings a message back to the end of its queue after the time that its passage names, and holds
   * its place in the line meanwhile. The place comes first: with it alone nothing is lost, since the
   * message is not acknowledged yet.
   */
  async hold({ queue, line, message, passage }: Waiting): Promise<void> {
    await this.#held.join(line, { eventId: message.id, dueAt: passage.dueAt });
    await this.#send({
      exchange: this.#topology.delayOf(delayStep(passage.dueAt - Date.now())),
      routingKey: queue,
      messageId: message.id,
      headers: toHeaders(passage),
      body: toBody(message),
    });
  }

  /** Isolates a message that cannot be read. */
  async park(consumerId: string, { messageId, body }: AsyncMessage): Promise<void> {
    const text = bodyText(body);
    await this.#send({
      exchange: this.#topology.parking,
      routingKey: "",
      messageId: messageId ?? idOfBody(text),
      headers: { [PARKED_CONSUMER]: consumerId, [PARKED_CAUSE]: "the body is no message" },
      body: Buffer.isBuffer(body) ? body : Buffer.from(text),
    });
  }

  async #send(outgoing: Outgoing): Promise<void> {
    const returned = await this.#publisher.send([outgoing]);
    if (returned.size > 0) throw new Error(`nothing is bound to "${outgoing.exchange}"`);
  }
}
