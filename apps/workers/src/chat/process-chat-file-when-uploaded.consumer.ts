import { prepareChatFile, settleChatFile } from "@oto/services/chat";
import { defineConsumer } from "../runtime/define-consumer";

export const processChatFileWhenUploaded = defineConsumer({
  id: "process-chat-file-when-uploaded",
  prepare: (platform, { payload }) => prepareChatFile(platform, payload),
  handle: (platform, tx, { payload, prepared }) =>
    settleChatFile(platform, tx, { ...payload, prepared }),
});
