import { accountMessages } from "./account.messages";
import type { SystemMessage } from "./define-system-message";
import { defineSystemMessages, email } from "./define-system-message";
import { reviewMessages } from "./review.messages";

const DIGEST = { variables: ["firstName", "count", "items", "url"], required: ["items", "url"] };

const digestMessages = defineSystemMessages({
  digest: {
    title: { tr: "Özet", en: "Digest" },
    texts: {
      email: {
        ...DIGEST,
        tr: email(
          "Kontak: {count} yeni gelişme",
          "Merhaba {firstName},",
          "Son özetten bu yana olanlar:",
          "{items}",
          "Tümü ve ayarlarınız:\n{url}",
        ),
        en: email(
          "Kontak: {count} things happened",
          "Hello {firstName},",
          "Since your last digest:",
          "{items}",
          "All of it, and your settings:\n{url}",
        ),
      },
    },
  },
});

/** Texts outside of the preferences. */
export const SYSTEM_MESSAGES = {
  ...accountMessages,
  ...reviewMessages,
  ...digestMessages,
} as const satisfies Readonly<Record<string, SystemMessage>>;

export type SystemMessageName = keyof typeof SYSTEM_MESSAGES;

const messages: Readonly<Record<string, SystemMessage>> = SYSTEM_MESSAGES;

/** The system message of a name; undefined for names that are none. */
export const systemMessage = (name: string): SystemMessage | undefined =>
  Object.hasOwn(messages, name) ? messages[name] : undefined;
