import type { Locale, TemplateChannel, TemplateText } from "@oto/domain";
import type { InBothLanguages } from "./define-messages";

/** A message's text in one channel, with the values that are known there. */
export interface SystemText extends Readonly<Record<Locale, TemplateText>> {
  readonly variables: readonly string[];
  /** Those that no text may leave out. */
  readonly required: readonly string[];
}

/** A message that nobody chooses: it answers what somebody just did, by fixed channels. */
export interface SystemMessage {
  readonly title: InBothLanguages;
  readonly texts: Readonly<Partial<Record<TemplateChannel, SystemText>>>;
  /** Values of previews and test messages, where the usual ones would read oddly. */
  readonly samples?: Readonly<Record<Locale, Readonly<Record<string, string>>>>;
}

/** Declares messages that nobody chooses under their names. */
export const defineSystemMessages = <
  const Messages extends Readonly<Record<string, SystemMessage>>,
>(
  messages: Messages,
): Messages => messages;

/** A text of one line, for SMS and the app. */
export const line = (body: string): TemplateText => ({ subject: null, body });

/** An e-mail of paragraphs, signed. */
export const email = (subject: string, ...paragraphs: string[]): TemplateText => ({
  subject,
  body: [...paragraphs, "Kontak"].join("\n\n"),
});
