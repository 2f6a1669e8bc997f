import { matchSavedSearches } from "@oto/services/search";
import { defineConsumer } from "../runtime/define-consumer";

export const matchSavedSearchesWhenVehiclePublished = defineConsumer({
  id: "match-saved-searches-when-vehicle-published",
  handle: async (platform, tx, event) => {
    await matchSavedSearches(platform, tx, event);
  },
});
