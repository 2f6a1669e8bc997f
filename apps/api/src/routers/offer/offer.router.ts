import {
  acceptOffer,
  counterOffer,
  createOffer,
  getOffer,
  listOffers,
  offerAcceptInput,
  offerCounterInput,
  offerCreateInput,
  offerEndInput,
  offerHistory,
  offerIdInput,
  offerListInput,
  rejectOffer,
  withdrawOffer,
} from "@oto/services/offer";
import { galleryProcedure, router } from "../../trpc/procedures";

/** Negotiations between galleries. */
export const offerRouter = router({
  create: galleryProcedure("offer:create")
    .input(offerCreateInput)
    .mutation(({ ctx, input }) => createOffer(ctx, input)),
  counter: galleryProcedure("offer:respond")
    .input(offerCounterInput)
    .mutation(({ ctx, input }) => counterOffer(ctx, input)),
  accept: galleryProcedure("offer:respond")
    .input(offerAcceptInput)
    .mutation(({ ctx, input }) => acceptOffer(ctx, input)),
  reject: galleryProcedure("offer:respond")
    .input(offerEndInput)
    .mutation(({ ctx, input }) => rejectOffer(ctx, input)),
  withdraw: galleryProcedure("offer:respond")
    .input(offerEndInput)
    .mutation(({ ctx, input }) => withdrawOffer(ctx, input)),
  get: galleryProcedure("offer:read")
    .input(offerIdInput)
    .query(({ ctx, input }) => getOffer(ctx, input)),
  list: galleryProcedure("offer:read")
    .input(offerListInput.prefault({}))
    .query(({ ctx, input }) => listOffers(ctx, input)),
  history: galleryProcedure("offer:read")
    .input(offerIdInput)
    .query(({ ctx, input }) => offerHistory(ctx, input)),
});
