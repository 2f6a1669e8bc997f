export { callRivals } from "./call-rivals.service";
export {
  type OfferAcceptInput,
  type OfferBoardInput,
  type OfferByVehicleInput,
  type OfferCompareInput,
  type OfferCounterInput,
  type OfferCreateInput,
  type OfferEndInput,
  type OfferFacetsInput,
  type OfferIdInput,
  type OfferListInput,
  type OfferRejectManyInput,
  type OfferRunningInput,
  offerAcceptInput,
  offerBoardInput,
  offerByVehicleInput,
  offerCompareInput,
  offerCounterInput,
  offerCreateInput,
  offerEndInput,
  offerFacetsInput,
  offerIdInput,
  offerListInput,
  offerRejectManyInput,
  offerRunningInput,
} from "./offer.input";
export { acceptOffer, counterOffer, rejectOffer, withdrawOffer } from "./offer.service";
export type * from "./offer.views";
export {
  listOffers,
  offerBoard,
  offerCounts,
  offerFacets,
  offersByVehicle,
  runningOffers,
} from "./offer-board.service";
export { rejectOffers } from "./offer-bulk.service";
export { expireOffers, remindOfOffers } from "./offer-clock.service";
export {
  closeOffersOfGallery,
  closeOffersOfVehicle,
  repriceOffers,
} from "./offer-closing.service";
export { compareOffers } from "./offer-compare.service";
export { createOffer } from "./offer-create.service";
export { getOffer, offerHistory } from "./offer-read.service";
