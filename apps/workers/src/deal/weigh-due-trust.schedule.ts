import { weighDueTrust } from "@oto/services/trust";
import { defineSchedule } from "../runtime/define-schedule";

export const weighDueTrustSchedule = defineSchedule({
  id: "weigh-due-trust",
  run: (platform, signal) => weighDueTrust(platform, signal),
});
