import { collectDigests } from "@oto/services/notification";
import { defineSchedule } from "../runtime/define-schedule";

export const collectDigestsSchedule = defineSchedule({
  id: "collect-digests",
  run: (platform) => collectDigests(platform),
});
