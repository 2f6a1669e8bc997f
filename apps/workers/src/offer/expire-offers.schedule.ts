import { expireOffers } from "@oto/services/offer";
import { defineSchedule } from "../runtime/define-schedule";

export const expireOffersSchedule = defineSchedule({
  id: "expire-offers",
  run: (platform, signal) => expireOffers(platform, signal),
});
