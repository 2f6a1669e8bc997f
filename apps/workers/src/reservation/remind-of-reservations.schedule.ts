import { remindOfReservations } from "@oto/services/reservation";
import { defineSchedule } from "../runtime/define-schedule";

export const remindOfReservationsSchedule = defineSchedule({
  id: "remind-of-reservations",
  run: (platform, signal) => remindOfReservations(platform, signal),
});
