import { forgetSpentCredentials } from "@oto/services/auth";
import { defineSchedule } from "../runtime/define-schedule";

export const forgetSpentCredentialsSchedule = defineSchedule({
  id: "forget-spent-credentials",
  run: (platform) => forgetSpentCredentials(platform),
});
