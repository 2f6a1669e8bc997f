import { closeOffersOfVehicle } from "@oto/services/offer";
import { defineConsumer } from "../runtime/define-consumer";

export const closeOffersWhenVehicleLeavesMarket = defineConsumer({
  id: "close-offers-when-vehicle-leaves-market",
  handle: async (platform, tx, event) => {
    await closeOffersOfVehicle(platform, tx, event.payload);
  },
});
