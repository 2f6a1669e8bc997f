import { closeDisputeCase, openDisputeCase } from "@oto/services/support";
import { defineConsumer } from "../runtime/define-consumer";

export const followDisputeInSupport = defineConsumer({
  id: "follow-dispute-in-support",
  handle: (platform, tx, event) =>
    event.name === "deal.disputed"
      ? openDisputeCase(platform, tx, event.payload)
      : closeDisputeCase(platform, tx, event.payload),
});
