import { repairSearchDrift } from "@oto/services/marketplace";
import { defineSchedule } from "../runtime/define-schedule";

export const repairSearchDriftSchedule = defineSchedule({
  id: "repair-search-drift",
  run: (platform, signal) => repairSearchDrift(platform, signal),
});
