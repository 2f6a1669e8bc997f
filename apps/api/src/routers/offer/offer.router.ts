import {
  acceptOffer,
  compareOffers,
  counterOffer,
  createOffer,
  getOffer,
  listOffers,
  offerAcceptInput,
  offerBoard,
  offerBoardInput,
  offerByVehicleInput,
  offerCompareInput,
  offerCounterInput,
  offerCounts,
  offerCreateInput,
  offerEndInput,
  offerFacets,
  offerFacetsInput,
  offerHistory,
  offerIdInput,
  offerListInput,
  offerRejectManyInput,
  offerRunningInput,
  offersByVehicle,
  rejectOffer,
  rejectOffers,
  runningOffers,
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
  rejectMany: galleryProcedure("offer:respond")
    .input(offerRejectManyInput)
    .mutation(({ ctx, input }) => rejectOffers(ctx, input)),
  withdraw: galleryProcedure("offer:respond")
    .input(offerEndInput)
    .mutation(({ ctx, input }) => withdrawOffer(ctx, input)),
  get: galleryProcedure("offer:read")
    .input(offerIdInput)
    .query(({ ctx, input }) => getOffer(ctx, input)),
  list: galleryProcedure("offer:read")
    .input(offerListInput.prefault({}))
    .query(({ ctx, input }) => listOffers(ctx, input)),
  board: galleryProcedure("offer:read")
    .input(offerBoardInput.prefault({}))
    .query(({ ctx, input }) => offerBoard(ctx, input)),
  byVehicle: galleryProcedure("offer:read")
    .input(offerByVehicleInput.prefault({}))
    .query(({ ctx, input }) => offersByVehicle(ctx, input)),
  running: galleryProcedure("offer:read")
    .input(offerRunningInput.prefault({}))
    .query(({ ctx, input }) => runningOffers(ctx, input)),
  compare: galleryProcedure("offer:read")
    .input(offerCompareInput)
    .query(({ ctx, input }) => compareOffers(ctx, input)),
  counts: galleryProcedure("offer:read").query(({ ctx }) => offerCounts(ctx)),
  facets: galleryProcedure("offer:read")
    .input(offerFacetsInput.prefault({}))
    .query(({ ctx, input }) => offerFacets(ctx, input)),
  history: galleryProcedure("offer:read")
    .input(offerIdInput)
    .query(({ ctx, input }) => offerHistory(ctx, input)),
});
