import { sweepChat } from "@oto/services/chat";
import { defineSchedule } from "../runtime/define-schedule";

export const sweepChatSchedule = defineSchedule({
  id: "sweep-chat",
  run: (platform, signal) => sweepChat(platform, signal),
});
