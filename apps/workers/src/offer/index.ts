import { closeOffersWhenGallerySuspended } from "./close-offers-when-gallery-suspended.consumer";
import { closeOffersWhenVehicleLeavesMarket } from "./close-offers-when-vehicle-leaves-market.consumer";
import { expireOffersSchedule } from "./expire-offers.schedule";

export const offerConsumers = [
  closeOffersWhenVehicleLeavesMarket,
  closeOffersWhenGallerySuspended,
] as const;
export const offerSchedules = [expireOffersSchedule] as const;
