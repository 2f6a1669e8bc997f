import { postSystemLines } from "@oto/services/chat";
import { defineConsumer } from "../runtime/define-consumer";

export const postSystemLineWhenDealMoves = defineConsumer({
  id: "post-system-line-when-deal-moves",
  handle: (platform, tx, event) =>
    postSystemLines(platform, tx, [{ event, eventId: event.eventId }]),
  handleMany: (platform, tx, events) =>
    postSystemLines(
      platform,
      tx,
      events.map((event) => ({ event, eventId: event.eventId })),
    ),
});
