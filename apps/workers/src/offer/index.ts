import { callRivalsWhenVehicleIsBack } from "./call-rivals-when-vehicle-is-back.consumer";
import { closeOffersWhenGallerySuspended } from "./close-offers-when-gallery-suspended.consumer";
import { closeOffersWhenVehicleLeavesMarket } from "./close-offers-when-vehicle-leaves-market.consumer";
import { expireOffersSchedule } from "./expire-offers.schedule";
import { remindOfOffersSchedule } from "./remind-of-offers.schedule";
import { repriceOffersWhenPriceChanged } from "./reprice-offers-when-price-changed.consumer";

export const offerConsumers = [
  closeOffersWhenVehicleLeavesMarket,
  closeOffersWhenGallerySuspended,
  repriceOffersWhenPriceChanged,
  callRivalsWhenVehicleIsBack,
] as const;
export const offerSchedules = [expireOffersSchedule, remindOfOffersSchedule] as const;
