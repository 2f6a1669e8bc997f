import { showDueRatings } from "@oto/services/deal";
import { defineSchedule } from "../runtime/define-schedule";

export const showDueRatingsSchedule = defineSchedule({
  id: "show-due-ratings",
  run: (platform, signal) => showDueRatings(platform, signal),
});
