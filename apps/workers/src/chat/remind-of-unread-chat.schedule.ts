import { remindOfUnreadChat } from "@oto/services/chat";
import { defineSchedule } from "../runtime/define-schedule";

export const remindOfUnreadChatSchedule = defineSchedule({
  id: "remind-of-unread-chat",
  run: (platform, signal) => remindOfUnreadChat(platform, signal),
});
