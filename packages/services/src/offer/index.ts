export {
  type OfferAcceptInput,
  type OfferCounterInput,
  type OfferCreateInput,
  type OfferEndInput,
  type OfferIdInput,
  type OfferListInput,
  offerAcceptInput,
  offerCounterInput,
  offerCreateInput,
  offerEndInput,
  offerIdInput,
  offerListInput,
} from "./offer.input";
export { acceptOffer, counterOffer, rejectOffer, withdrawOffer } from "./offer.service";
export type * from "./offer.views";
export {
  closeOffersOfGallery,
  closeOffersOfVehicle,
  expireOffers,
} from "./offer-closing.service";
export { createOffer } from "./offer-create.service";
export { getOffer, listOffers, offerHistory } from "./offer-read.service";
