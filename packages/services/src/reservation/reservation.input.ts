import {
  reservationCancelCodeField,
  reservationReasonField,
  reservationStatusField,
  sideField,
} from "@oto/domain";
import { z } from "zod";
import { pageFields } from "../paging";

/** Input of `reservation.get`, `reservation.complete` and `reservation.declineExtension`. */
export const reservationIdInput = z.strictObject({ reservationId: z.uuid() });
export type ReservationIdInput = z.infer<typeof reservationIdInput>;

/** Input of `reservation.cancel`; the machine refuses an empty reason. */
export const reservationCancelInput = reservationIdInput.extend({
  reason: reservationReasonField,
  /** OTHER unless given; it decides whom the cancellation counts against. */
  code: reservationCancelCodeField.optional(),
});
export type ReservationCancelInput = z.infer<typeof reservationCancelInput>;

/**
 * Input of `reservation.extend`: the first call asks for the new end (a day more unless given),
 * the other side's call agrees. `until` other than the one asked for asks anew.
 */
export const reservationExtendInput = reservationIdInput.extend({
  until: z.iso.datetime({ offset: true }).optional(),
});
export type ReservationExtendInput = z.infer<typeof reservationExtendInput>;

/** Input of `reservation.list`. */
export const reservationListInput = z.strictObject({
  ...pageFields,
  side: sideField.optional(),
  /** One state or several; all of them unless given. */
  status: z
    .union([
      reservationStatusField.transform((one) => [one]),
      z.array(reservationStatusField).max(4),
    ])
    .optional(),
});
export type ReservationListInput = z.infer<typeof reservationListInput>;
