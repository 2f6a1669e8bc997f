import type { ConsumerHandler } from "../runtime/define-consumer";
import { expireReservationsSchedule } from "./expire-reservations.schedule";

/** Who is told of a reservation is decided in the notification folder. */
export const reservationConsumers: readonly ConsumerHandler[] = [];
export const reservationSchedules = [expireReservationsSchedule] as const;
