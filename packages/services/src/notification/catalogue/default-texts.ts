import type { Locale, TemplateChannel, TemplateRule, TemplateText } from "@oto/domain";
import { messageDefinition } from ".";
import type { MessageDefinition } from "./define-messages";
import { systemMessage } from "./system.messages";

/** Between the kind and a reason that has a sentence of its own. */
const BY_REASON = "/";

/** Values that every message outside of the app has. */
const COMMON = ["firstName", "url"] as const;

/** Names of a kind's texts: its own, and one for each reason with a sentence of its own. */
export function templateNames(type: string): string[] {
  const reasons = Object.keys(messageDefinition(type)?.lineByReason ?? {});
  return [type, ...reasons.map((reason) => `${type}${BY_REASON}${reason}`)];
}

/** The text that a fact's reason asks for. */
export function templateNameFor(type: string, reason: string | undefined): string {
  const special = reason ? messageDefinition(type)?.lineByReason : undefined;
  return special && reason && Object.hasOwn(special, reason)
    ? `${type}${BY_REASON}${reason}`
    : type;
}

function lineOf(definition: MessageDefinition, name: string): MessageDefinition["line"] {
  const [, reason] = name.split(BY_REASON);
  return (reason && definition.lineByReason?.[reason]) || definition.line;
}

/** What the texts of a kind may and must name, by channel; null for names that are none. */
export function templateRule(name: string, channel: TemplateChannel): TemplateRule | null {
  const system = systemMessage(name);
  if (system) {
    const text = system.texts[channel];
    return text ? { channel, variables: text.variables, required: text.required } : null;
  }
  const [type = ""] = name.split(BY_REASON);
  const definition = messageDefinition(type);
  if (!definition || !templateNames(type).includes(name)) return null;
  const own = Object.keys(definition.variables);
  const named = Object.entries(definition.variables).flatMap(([variable, must]) =>
    must ? [variable] : [],
  );
  if (channel === "app") return { channel, variables: own, required: named };
  return {
    channel,
    variables: [...own, ...COMMON],
    // A push opens the page itself.
    required: channel === "push" ? named : [...named, "url"],
  };
}

const GREETING = { tr: "Merhaba {firstName},", en: "Hello {firstName}," } as const;
const MORE = { tr: "Ayrıntılar ve yanıt için:", en: "Details and your answer:" } as const;

/** The platform's own text of a kind; null for names that are none. */
export function defaultText(
  name: string,
  channel: TemplateChannel,
  locale: Locale,
): TemplateText | null {
  const system = systemMessage(name);
  if (system) return system.texts[channel]?.[locale] ?? null;
  const [type = ""] = name.split(BY_REASON);
  const definition = messageDefinition(type);
  if (!definition || !templateNames(type).includes(name)) return null;
  const line = lineOf(definition, name)[locale];
  const title = definition.title[locale];
  switch (channel) {
    case "app":
      return { subject: null, body: line };
    case "sms":
      return { subject: null, body: `Kontak: ${line} {url}` };
    case "push":
      return { subject: title, body: line };
    case "email": {
      const about = "vehicleTitle" in definition.variables ? `${title}: {vehicleTitle}` : title;
      const body = [GREETING[locale], line, `${MORE[locale]}\n{url}`, "Kontak"].join("\n\n");
      return { subject: `Kontak: ${about}`, body };
    }
  }
}
