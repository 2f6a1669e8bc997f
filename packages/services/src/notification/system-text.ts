import type { Locale, MessageChannel, TemplateText } from "@oto/domain";
import { renderTemplate } from "@oto/domain";
import { defaultText } from "./catalogue/default-texts";
import type { SystemMessageName } from "./catalogue/system.messages";
import type { TextOverride } from "./news-texts";

export interface SystemTextRequest {
  readonly name: SystemMessageName;
  readonly channel: MessageChannel;
  readonly locale: Locale;
  readonly values: Readonly<Record<string, string>>;
}

/** The text in force of a message that nobody chooses; null for channels that it has none in. */
export function systemText(
  { channel, locale, name, values }: SystemTextRequest,
  overrides: TextOverride,
): TemplateText | null {
  const text = overrides(name, channel, locale) ?? defaultText(name, channel, locale);
  return text && renderTemplate(channel, text, values);
}
