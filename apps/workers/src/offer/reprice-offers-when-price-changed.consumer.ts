import { repriceOffers } from "@oto/services/offer";
import { defineConsumer } from "../runtime/define-consumer";

export const repriceOffersWhenPriceChanged = defineConsumer({
  id: "reprice-offers-when-price-changed",
  handle: async (platform, tx, event) => {
    await repriceOffers(platform, tx, event.payload);
  },
});
