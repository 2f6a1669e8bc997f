import { noteDealNews, wakeForNews } from "@oto/services/notification";
import { defineConsumer } from "../runtime/define-consumer";

export const notifyPartiesWhenDealMoves = defineConsumer({
  id: "notify-parties-when-deal-moves",
  handle: (platform, tx, event) => noteDealNews(platform, tx, event),
  afterCommit: (platform, { payload }) => wakeForNews(platform, payload),
});
