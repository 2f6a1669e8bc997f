import type { BusMessage, Delivery, DeliveryHandler, MessageBus, Settlement } from "@oto/adapters";
import { currentTraceparent, inSpan, openSpan } from "@oto/observability";
import { aroundMethods } from "./around-methods";

function outcomeOf(settlement: Settlement): string {
  if (settlement === "ack") return "ack";
  return "retryInMs" in settlement ? "retry" : "dead";
}

/** Handles a delivery as a part of the trace that its event came from. */
const traceHandler =
  (handle: DeliveryHandler): DeliveryHandler =>
  (delivery: Delivery) => {
    const { message, consumerId, attempt } = delivery;
    const options = {
      kind: "consumer",
      parent: message.traceparent,
      attributes: {
        "messaging.message.id": message.id,
        "oto.event": message.name,
        "oto.consumer": consumerId,
        "oto.attempt": attempt,
      },
    } as const;
    return inSpan(`consume ${message.name}`, options, async (span) => {
      const settlement = await handle(delivery);
      span.set({ "oto.outcome": outcomeOf(settlement) });
      return settlement;
    });
  };

/** Publishes each message as a part of the trace of the change that it tells of. */
async function publishTraced(
  publish: (messages: readonly BusMessage[]) => Promise<void>,
  messages: readonly BusMessage[],
): Promise<void> {
  const spans = messages.map((message) => {
    if (message.traceparent === undefined) return { message, span: undefined };
    const span = openSpan(`publish ${message.name}`, {
      kind: "producer",
      parent: message.traceparent,
      attributes: { "messaging.message.id": message.id, "oto.event": message.name },
    });
    return { message: { ...message, traceparent: span.within(currentTraceparent) }, span };
  });
  let failed = true;
  try {
    await publish(spans.map(({ message }) => message));
    failed = false;
  } finally {
    for (const { span } of spans) span?.end({ failed });
  }
}

/** The bus with a span around every message that is published and every delivery handled. */
export function traceBus(bus: MessageBus): MessageBus {
  return aroundMethods(bus, {
    publish: (call, [messages]) =>
      publishTraced(
        async (all) => void (await call(all)),
        messages as Parameters<MessageBus["publish"]>[0],
      ),
    consume: (call, [options, handle]) => call(options, traceHandler(handle as DeliveryHandler)),
  });
}
