import { noteReservationNews, wakeForNews } from "@oto/services/notification";
import { defineConsumer } from "../runtime/define-consumer";

export const notifyPartiesWhenReservationMoves = defineConsumer({
  id: "notify-parties-when-reservation-moves",
  handle: (platform, tx, event) => noteReservationNews(platform, tx, event),
  afterCommit: (platform, { payload }) => wakeForNews(platform, payload),
});
