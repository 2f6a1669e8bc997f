import { removeMediaFiles } from "@oto/services/media";
import { defineConsumer } from "../runtime/define-consumer";

export const removeFilesWhenMediaRemoved = defineConsumer({
  id: "remove-files-when-media-removed",
  prepare: (platform, { payload }) => removeMediaFiles(platform, payload),
  // Files know no transaction: deleting them twice does no harm, so the inbox row is all there is.
  handle: () => Promise.resolve(),
});
