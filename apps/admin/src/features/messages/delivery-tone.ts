import type { Tone } from "@oto/ui";
import type { Delivery } from "./message-views";

/** Colour of a delivery's state. */
export const DELIVERY_TONE: Readonly<Record<Delivery["state"], Tone>> = {
  PENDING: "info",
  SENDING: "info",
  HELD: "neutral",
  SENT: "success",
  FAILED: "danger",
  UNCERTAIN: "warn",
  SUPPRESSED: "neutral",
  DIGESTED: "neutral",
  DROPPED: "neutral",
};
