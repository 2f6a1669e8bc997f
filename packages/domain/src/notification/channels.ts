/** Ways to a person outside of the app, which itself always shows everything. */
export const MESSAGE_CHANNELS = ["email", "sms", "push"] as const;
export type MessageChannel = (typeof MESSAGE_CHANNELS)[number];

/** What templates are written for: the ways outside, and the line in the app. */
export const TEMPLATE_CHANNELS = ["app", ...MESSAGE_CHANNELS] as const;
export type TemplateChannel = (typeof TEMPLATE_CHANNELS)[number];

/** What a slow neighbour may not hold up: codes first, then what cannot wait, then the rest. */
export const LANES = ["otp", "critical", "bulk"] as const;
export type Lane = (typeof LANES)[number];

/** States of a delivery. The last six are final; staff may send a failed or uncertain one again. */
export const DELIVERY_STATES = [
  "PENDING",
  "SENDING",
  "HELD",
  "SENT",
  "FAILED",
  "UNCERTAIN",
  "SUPPRESSED",
  "DIGESTED",
  "DROPPED",
] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export const DIGEST_MODES = ["OFF", "HOURLY", "DAILY"] as const;
export type DigestMode = (typeof DIGEST_MODES)[number];
