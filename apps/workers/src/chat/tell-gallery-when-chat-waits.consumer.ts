import { noteChatWaiting, wakeForChatWaiting } from "@oto/services/notification";
import { defineConsumer } from "../runtime/define-consumer";

export const tellGalleryWhenChatWaits = defineConsumer({
  id: "tell-gallery-when-chat-waits",
  handle: (platform, tx, event) => noteChatWaiting(platform, tx, event),
  afterCommit: (platform, event) => wakeForChatWaiting(platform, event),
});
