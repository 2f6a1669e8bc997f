import { noteOfferNews, sendOfferNews, wakeForNews } from "@oto/services/notification";
import { defineConsumer } from "../runtime/define-consumer";

const id = "notify-parties-when-offer-moves";

export const notifyPartiesWhenOfferMoves = defineConsumer({
  id,
  prepare: (platform, event) => sendOfferNews(platform, event, `${id}:${event.eventId}`),
  handle: (_platform, tx, event) => noteOfferNews(tx, event),
  afterCommit: (platform, { payload }) => wakeForNews(platform, payload),
});
