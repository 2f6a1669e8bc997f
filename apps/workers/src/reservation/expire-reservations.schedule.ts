import { expireReservations } from "@oto/services/reservation";
import { defineSchedule } from "../runtime/define-schedule";

export const expireReservationsSchedule = defineSchedule({
  id: "expire-reservations",
  run: (platform, signal) => expireReservations(platform, signal),
});
