import { SendRefusedError } from "@oto/adapters";
import type { Locale } from "@oto/domain";
import type { Platform } from "../context";
import type { SystemMessageName } from "./catalogue/system.messages";
import { systemText } from "./system-text";
import { textOverrides } from "./text-overrides";

/** A message that nobody chooses, on its way to whoever it is for. */
export interface SystemSending {
  readonly name: SystemMessageName;
  readonly to: { readonly phone?: string | null; readonly email?: string | null };
  readonly locale: Locale;
  readonly values: Readonly<Record<string, string>>;
  /** One message a channel and key, whatever is delivered twice. */
  readonly idempotencyKey: string;
  /** Ids for the log of what a provider refused. */
  readonly about: Readonly<Record<string, string>>;
}

/** A number or mailbox that the provider refuses for good must not hold the other channel back. */
async function unlessRefused(
  platform: Platform,
  { about, name }: SystemSending,
  send: () => Promise<unknown>,
): Promise<void> {
  try {
    await send();
  } catch (error) {
    if (!(error instanceof SendRefusedError)) throw error;
    platform.logger.warn({ ...about, template: name, providerCode: error.code }, "message refused");
  }
}

/**
 * Sends a message in the words that are in force now, by every channel that it has a text in and its
 * reader an address for. Throws what is worth another go.
 */
export async function sendSystemMessage(platform: Platform, message: SystemSending): Promise<void> {
  const { idempotencyKey, locale, name, to, values } = message;
  const { phone, email: address } = to;
  const { email, sms } = platform.adapters;
  const overrides = await textOverrides(platform);
  const common = { template: name, idempotencyKey };
  const short = phone ? systemText({ name, channel: "sms", locale, values }, overrides) : null;
  if (phone && short) {
    await unlessRefused(platform, message, () =>
      sms.send({ ...common, to: phone, text: short.body }),
    );
  }
  const long = address ? systemText({ name, channel: "email", locale, values }, overrides) : null;
  if (address && long) {
    await unlessRefused(platform, message, () =>
      email.send({ ...common, to: address, subject: long.subject ?? "", text: long.body }),
    );
  }
}
