import type { Reason } from "../errors";
import type { Locale } from "../values";
import { en } from "./en";
import { tr } from "./tr";

export type MessageParams = Readonly<Record<string, string | number | boolean | null | undefined>>;

export const domainMessages = { tr, en } as const;

function lookUp(locale: Locale, key: string): string | null {
  let node: unknown = domainMessages[locale];
  for (const part of key.split(".")) {
    if (typeof node !== "object" || node === null) return null;
    node = Object.getOwnPropertyDescriptor(node, part)?.value;
  }
  return typeof node === "string" ? node : null;
}

/** Fills `{name}` placeholders; one without a value stays away together with its braces. */
export function fillMessage(template: string, params: MessageParams = {}): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? "")).trim();
}

/** Whether the catalogue knows the key, e.g. `gate.photos.message`. */
export function hasMessage(key: string): boolean {
  return lookUp("tr", key) !== null;
}

/** The text of a key with its placeholders filled; an unknown key comes back as it is. */
export function messageText(
  key: string,
  locale: Locale = "tr",
  params: MessageParams = {},
): string {
  const template = lookUp(locale, key);
  return template === null ? key : fillMessage(template, params);
}

/** The text people read for a refusal. */
export function errorText(
  error: { reason: Reason; params?: MessageParams },
  locale: Locale = "tr",
): string {
  return messageText(`errors.${error.reason}`, locale, error.params);
}
