import type { SystemDelivery } from "../notification/deliveries/write-system-delivery";

/** How a challenge's code goes out: in the senders' own lane for codes, once however often asked for. */
export const otpDelivery = (code: {
  challengeId: string;
  expiresAt: Date;
  now: Date;
}): SystemDelivery => ({
  key: `otp:${code.challengeId}`,
  type: "otp",
  channel: "sms",
  lane: "otp",
  recipientKey: code.challengeId,
  userId: null,
  expiresAt: code.expiresAt,
  now: code.now,
});
