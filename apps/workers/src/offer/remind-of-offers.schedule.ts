import { remindOfOffers } from "@oto/services/offer";
import { defineSchedule } from "../runtime/define-schedule";

export const remindOfOffersSchedule = defineSchedule({
  id: "remind-of-offers",
  run: (platform, signal) => remindOfOffers(platform, signal),
});
