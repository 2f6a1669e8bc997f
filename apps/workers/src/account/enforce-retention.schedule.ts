import { enforceRetention } from "@oto/services/kvkk";
import { defineSchedule } from "../runtime/define-schedule";

export const enforceRetentionSchedule = defineSchedule({
  id: "enforce-retention",
  run: (platform) => enforceRetention(platform),
});
