import { tellPriceDrop, wakeFollowers } from "@oto/services/favorite";
import { defineConsumer } from "../runtime/define-consumer";

export const tellFollowersWhenPriceDrops = defineConsumer({
  id: "tell-followers-when-price-drops",
  handle: (platform, tx, event) => tellPriceDrop(platform, tx, event),
  afterCommit: (platform, event) => wakeFollowers(platform, event),
});
