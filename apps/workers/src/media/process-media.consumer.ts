import { prepareMedia, settleMedia } from "@oto/services/media";
import { defineConsumer } from "../runtime/define-consumer";

export const processMediaWhenUploaded = defineConsumer({
  id: "process-media-when-uploaded",
  prepare: (platform, { payload }) => prepareMedia(platform, payload),
  handle: (platform, tx, { payload, prepared }) =>
    settleMedia(platform, tx, { ...payload, prepared }),
});
