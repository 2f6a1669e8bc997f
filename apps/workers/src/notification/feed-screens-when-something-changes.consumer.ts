import { feedScreens, wakeForEvent } from "@oto/services/notification";
import { defineConsumer } from "../runtime/define-consumer";

export const feedScreensWhenSomethingChanges = defineConsumer({
  id: "feed-screens-when-something-changes",
  handle: (_platform, tx, event) => feedScreens(tx, [event]),
  handleMany: (_platform, tx, events) => feedScreens(tx, events),
  afterCommit: (platform, event) => wakeForEvent(platform, event),
});
