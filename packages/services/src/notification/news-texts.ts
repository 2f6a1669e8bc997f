import type { Locale, TemplateChannel, TemplateText } from "@oto/domain";
import { renderTemplate } from "@oto/domain";
import { defaultText, templateNameFor } from "./catalogue/default-texts";
import type { NewsFacts } from "./catalogue/message-values";
import { messageValues } from "./catalogue/message-values";

export type { NewsType } from "./catalogue";
export type { NewsFacts } from "./catalogue/message-values";

/** Texts that staff wrote instead of the platform's own; undefined where they wrote none. */
export type TextOverride = (
  name: string,
  channel: TemplateChannel,
  locale: Locale,
) => TemplateText | undefined;

export interface TextRequest {
  readonly type: string;
  readonly channel: TemplateChannel;
  readonly locale: Locale;
  readonly facts: NewsFacts;
  /** `firstName` and an absolute `url`, for what leaves the app. */
  readonly more?: Readonly<Record<string, string>>;
}

/** The text of a message in one channel and language; null for kinds that the catalogue has not. */
export function newsText(request: TextRequest, overrides: TextOverride): TemplateText | null {
  const { channel, facts, locale, more = {}, type } = request;
  const name = templateNameFor(type, facts.reason);
  const text = overrides(name, channel, locale) ?? defaultText(name, channel, locale);
  if (!text) return null;
  return renderTemplate(channel, text, { ...messageValues(facts, locale), ...more });
}
