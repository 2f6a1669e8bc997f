import { confirmSilentDeals } from "@oto/services/deal";
import { defineSchedule } from "../runtime/define-schedule";

export const confirmSilentDealsSchedule = defineSchedule({
  id: "confirm-silent-deals",
  run: (platform, signal) => confirmSilentDeals(platform, signal),
});
