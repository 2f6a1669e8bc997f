export {
  type ReservationCancelInput,
  type ReservationExtendInput,
  type ReservationIdInput,
  type ReservationListInput,
  reservationCancelInput,
  reservationExtendInput,
  reservationIdInput,
  reservationListInput,
} from "./reservation.input";
export {
  cancelReservation,
  completeReservation,
  declineExtension,
  extendReservation,
} from "./reservation.service";
export type * from "./reservation.views";
export { expireReservations, remindOfReservations } from "./reservation-clock.service";
export { getReservation, listReservations } from "./reservation-read.service";
