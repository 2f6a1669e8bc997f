import {
  cancelReservation,
  completeReservation,
  declineExtension,
  extendReservation,
  getReservation,
  listReservations,
  reservationCancelInput,
  reservationExtendInput,
  reservationIdInput,
  reservationListInput,
} from "@oto/services/reservation";
import { galleryProcedure, router } from "../../trpc/procedures";

/** What accepted offers lead to. */
export const reservationRouter = router({
  get: galleryProcedure("reservation:read")
    .input(reservationIdInput)
    .query(({ ctx, input }) => getReservation(ctx, input)),
  list: galleryProcedure("reservation:read")
    .input(reservationListInput.prefault({}))
    .query(({ ctx, input }) => listReservations(ctx, input)),
  complete: galleryProcedure("reservation:manage")
    .input(reservationIdInput)
    .mutation(({ ctx, input }) => completeReservation(ctx, input)),
  cancel: galleryProcedure("reservation:manage")
    .input(reservationCancelInput)
    .mutation(({ ctx, input }) => cancelReservation(ctx, input)),
  extend: galleryProcedure("reservation:manage")
    .input(reservationExtendInput)
    .mutation(({ ctx, input }) => extendReservation(ctx, input)),
  declineExtension: galleryProcedure("reservation:manage")
    .input(reservationIdInput)
    .mutation(({ ctx, input }) => declineExtension(ctx, input)),
});
