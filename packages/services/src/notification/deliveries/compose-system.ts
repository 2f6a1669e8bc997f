import { readOtp } from "../../auth/otp-delivery.service";
import type { Platform } from "../../context";
import type { TextOverride } from "../news-texts";
import { systemText } from "../system-text";
import type { ClaimedDelivery, ComposedMessage, NothingToSend } from "./claimed-delivery";
import { readDigest } from "./digest-content";

/** Messages outside of the preferences: each reads what it is about, and whether it still matters. */
export async function composeSystem(
  platform: Platform,
  { id, recipientKey, type, userId }: ClaimedDelivery,
  overrides: TextOverride,
): Promise<ComposedMessage | NothingToSend> {
  if (type === "otp") {
    const otp = await readOtp(platform, recipientKey);
    if (!otp) return { dropped: "over" };
    const { code, locale, phone } = otp;
    const text = systemText({ name: type, channel: "sms", locale, values: { code } }, overrides);
    if (!text) return { dropped: "no_text" };
    return { channel: "sms", to: phone, text: text.body, kind: "otp" };
  }
  // The others are sent by whatever calls for them, and never wait here.
  if (type !== "digest") return { dropped: "no_text" };
  const digest = userId && (await readDigest(platform, { digestId: id, userId }, overrides));
  if (!digest) return { dropped: "recipient_gone" };
  const { email, locale, values } = digest;
  const text = systemText({ name: type, channel: "email", locale, values }, overrides);
  if (!text) return { dropped: "no_text" };
  return {
    channel: "email",
    to: email,
    subject: text.subject ?? "",
    text: text.body,
    unsubscribeUrl: undefined,
  };
}
