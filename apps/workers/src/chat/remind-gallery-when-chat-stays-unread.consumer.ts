import { remindOfChat } from "@oto/services/notification";
import { defineConsumer } from "../runtime/define-consumer";

export const remindGalleryWhenChatStaysUnread = defineConsumer({
  id: "remind-gallery-when-chat-stays-unread",
  handle: (platform, tx, event) => remindOfChat(platform, tx, event),
});
