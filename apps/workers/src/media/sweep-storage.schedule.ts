import { sweepStorage } from "@oto/services/media";
import { defineSchedule } from "../runtime/define-schedule";

export const sweepStorageSchedule = defineSchedule({
  id: "sweep-storage",
  async run(platform, signal) {
    const report = await sweepStorage(platform, { signal });
    const { orphans, picturesMissing, originalsMissing, removed, remade, givenUp } = report;
    const trouble = orphans + picturesMissing + originalsMissing > 0;
    platform.logger[trouble ? "warn" : "info"](report, "the object storage was swept");
    return removed + remade + givenUp;
  },
});
