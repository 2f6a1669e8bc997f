import { reviveStuckMedia } from "@oto/services/media";
import { defineSchedule } from "../runtime/define-schedule";

export const reviveStuckMediaSchedule = defineSchedule({
  id: "revive-stuck-media",
  run: (platform) => reviveStuckMedia(platform),
});
