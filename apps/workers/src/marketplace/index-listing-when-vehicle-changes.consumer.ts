import { indexVehicles } from "@oto/services/marketplace";
import { defineConsumer } from "../runtime/define-consumer";

export const indexListingWhenVehicleChanges = defineConsumer({
  id: "index-listing-when-vehicle-changes",
  // The index is another store, written outside of the transaction; doing so again changes nothing.
  prepareMany: (platform, events) =>
    indexVehicles(platform, [...new Set(events.map(({ payload }) => payload.vehicleId))]),
  handle: async () => undefined,
});
