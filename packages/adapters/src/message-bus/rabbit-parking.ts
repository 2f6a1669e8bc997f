import type { Consumption, ParkedMessage } from "./message-bus.port";
import type { RabbitLink } from "./rabbit-link";
import { bodyText, readArrival } from "./rabbit-message";
import type { RabbitDelivery } from "./rabbit-reader";
import { RabbitReader } from "./rabbit-reader";
import { idOfBody, PARKED_CAUSE, PARKED_CONSUMER } from "./rabbit-retries";
import type { RabbitTopology } from "./rabbit-topology";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const AFTER_FAILURE_MS = 1_000;

function toParked({ message: raw }: RabbitDelivery, topology: RabbitTopology): ParkedMessage {
  const { message, attempts } = readArrival(raw);
  const { headers = {}, messageId = "", body } = raw;
  const text = bodyText(body);
  // Without headers of ours it was the broker that gave up after too many deliveries.
  const queue = String(headers["x-first-death-queue"] ?? "");
  return {
    consumerId: String(headers[PARKED_CONSUMER] ?? topology.consumerOf(queue)),
    eventId: message?.id ?? (UUID.test(messageId) ? messageId : idOfBody(text)),
    message,
    body: text,
    cause: String(headers[PARKED_CAUSE] ?? "delivered too often without an answer"),
    attempts: attempts + 1,
  };
}

/** Hands over what was parked, one after the other; it leaves the broker once it was taken. */
export function readParking(
  { link, topology }: { readonly link: RabbitLink; readonly topology: RabbitTopology },
  handler: (parked: ParkedMessage) => Promise<void>,
): Consumption {
  return new RabbitReader({
    link,
    queue: topology.parking,
    prefetch: 1,
    async onDelivery(delivery) {
      while (delivery.isOurs) {
        try {
          await handler(toParked(delivery, topology));
          return delivery.ack();
        } catch {
          await new Promise((resolve) => setTimeout(resolve, AFTER_FAILURE_MS));
        }
      }
    },
  });
}
