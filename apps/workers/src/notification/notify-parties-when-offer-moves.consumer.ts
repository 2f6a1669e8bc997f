import { noteOfferNews, wakeForNews } from "@oto/services/notification";
import { defineConsumer } from "../runtime/define-consumer";

export const notifyPartiesWhenOfferMoves = defineConsumer({
  id: "notify-parties-when-offer-moves",
  handle: (platform, tx, event) => noteOfferNews(platform, tx, [event]),
  handleMany: (platform, tx, events) => noteOfferNews(platform, tx, events),
  afterCommit: (platform, { payload }) => wakeForNews(platform, payload),
});
