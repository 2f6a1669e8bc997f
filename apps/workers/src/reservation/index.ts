import type { ConsumerHandler } from "../runtime/define-consumer";
import { expireReservationsSchedule } from "./expire-reservations.schedule";
import { remindOfReservationsSchedule } from "./remind-of-reservations.schedule";

/** Who is told of a reservation is decided in the notification folder. */
export const reservationConsumers: readonly ConsumerHandler[] = [];
export const reservationSchedules = [
  expireReservationsSchedule,
  remindOfReservationsSchedule,
] as const;
