import { noteReservationNews, sendReservationNews, wakeForNews } from "@oto/services/notification";
import { defineConsumer } from "../runtime/define-consumer";

const id = "notify-parties-when-reservation-moves";

export const notifyPartiesWhenReservationMoves = defineConsumer({
  id,
  prepare: (platform, event) => sendReservationNews(platform, event, `${id}:${event.eventId}`),
  handle: (_platform, tx, event) => noteReservationNews(tx, event),
  afterCommit: (platform, { payload }) => wakeForNews(platform, payload),
});
