import type { Locale, MessageChannel, TemplateText } from "@oto/domain";
import { renderTemplate } from "@oto/domain";
import { readOtp } from "../../auth/otp-delivery.service";
import type { Platform } from "../../context";
import { defaultText } from "../catalogue/default-texts";
import type { TextOverride } from "../news-texts";
import type { ClaimedDelivery, ComposedMessage, NothingToSend } from "./claimed-delivery";
import { readDigest } from "./digest-content";

interface TextOfSystem {
  name: string;
  channel: MessageChannel;
  locale: Locale;
  values: Readonly<Record<string, string>>;
}

function textOf(
  { channel, locale, name, values }: TextOfSystem,
  overrides: TextOverride,
): TemplateText | null {
  const text = overrides(name, channel, locale) ?? defaultText(name, channel, locale);
  return text && renderTemplate(channel, text, values);
}

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
    const text = textOf({ name: type, channel: "sms", locale, values: { code } }, overrides);
    if (!text) return { dropped: "no_text" };
    return { channel: "sms", to: phone, text: text.body, kind: "otp" };
  }
  const digest = userId && (await readDigest(platform, { digestId: id, userId }, overrides));
  if (!digest) return { dropped: "recipient_gone" };
  const { email, locale, values } = digest;
  const text = textOf({ name: type, channel: "email", locale, values }, overrides);
  if (!text) return { dropped: "no_text" };
  return {
    channel: "email",
    to: email,
    subject: text.subject ?? "",
    text: text.body,
    unsubscribeUrl: undefined,
  };
}
