import { noteTrustFacts } from "@oto/services/trust";
import { defineConsumer } from "../runtime/define-consumer";

export const weighTrustWhenNegotiationMoves = defineConsumer({
  id: "weigh-trust-when-negotiation-moves",
  handle: (_platform, tx, { payload }) => noteTrustFacts(tx, [payload]),
  handleMany: (_platform, tx, events) =>
    noteTrustFacts(
      tx,
      events.map(({ payload }) => payload),
    ),
});
