import { callRivals } from "@oto/services/offer";
import { defineConsumer } from "../runtime/define-consumer";

export const callRivalsWhenVehicleIsBack = defineConsumer({
  id: "call-rivals-when-vehicle-is-back",
  handle: async (platform, tx, event) => {
    await callRivals(platform, tx, event.payload);
  },
});
