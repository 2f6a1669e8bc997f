import { weighTrust } from "@oto/services/trust";
import { defineConsumer } from "../runtime/define-consumer";

export const weighTrustWhenNegotiationMoves = defineConsumer({
  id: "weigh-trust-when-negotiation-moves",
  handle: (platform, tx, { payload }) => weighTrust(platform, tx, payload),
});
