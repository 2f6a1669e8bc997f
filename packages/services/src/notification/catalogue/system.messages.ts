import type { Locale, MessageChannel, TemplateText } from "@oto/domain";

/** A message that nobody chooses: it answers what somebody just did, by fixed channels. */
export interface SystemMessage {
  readonly title: Readonly<Record<Locale, string>>;
  readonly variables: readonly string[];
  readonly required: readonly string[];
  readonly texts: Readonly<Partial<Record<MessageChannel, Readonly<Record<Locale, TemplateText>>>>>;
}

const sms = (body: string): TemplateText => ({ subject: null, body });
const email = (subject: string, ...paragraphs: string[]): TemplateText => ({
  subject: `Kontak: ${subject}`,
  body: [...paragraphs, "Kontak"].join("\n\n"),
});

/** Texts outside of the preferences. */
export const SYSTEM_MESSAGES = {
  otp: {
    title: { tr: "Doğrulama kodu", en: "Verification code" },
    variables: ["code"],
    required: ["code"],
    texts: {
      sms: {
        tr: sms("Kontak doğrulama kodunuz: {code}. 3 dakika geçerlidir. Kimseyle paylaşmayın."),
        en: sms("Your Kontak code: {code}. Valid for 3 minutes. Do not share it."),
      },
    },
  },
  digest: {
    title: { tr: "Özet", en: "Digest" },
    variables: ["firstName", "count", "items", "url"],
    required: ["items", "url"],
    texts: {
      email: {
        tr: email(
          "{count} yeni gelişme",
          "Merhaba {firstName},",
          "Son özetten bu yana olanlar:",
          "{items}",
          "Tümü ve ayarlarınız:\n{url}",
        ),
        en: email(
          "{count} things happened",
          "Hello {firstName},",
          "Since your last digest:",
          "{items}",
          "All of it, and your settings:\n{url}",
        ),
      },
    },
  },
} as const satisfies Readonly<Record<string, SystemMessage>>;

const messages: Readonly<Record<string, SystemMessage>> = SYSTEM_MESSAGES;

/** The system message of a name; undefined for names that are none. */
export const systemMessage = (name: string): SystemMessage | undefined =>
  Object.hasOwn(messages, name) ? messages[name] : undefined;
