import type { z } from "zod";
import type { Locale } from "../values";
import type { MessageParams } from "./message-text";
import { hasMessage, messageText } from "./message-text";

type Issue = z.core.$ZodIssue;

/** Our own keys pass through; zod's own checks map to the catalogue's general texts. */
function describe(issue: Issue): { key: string; params: MessageParams } {
  if (hasMessage(issue.message)) return { key: issue.message, params: {} };
  switch (issue.code) {
    case "invalid_type":
      return {
        // Zod leaves the input out of its issues; its own text is what tells a missing field.
        key: issue.message.endsWith("received undefined")
          ? "validation.required"
          : "validation.invalid",
        params: {},
      };
    case "too_small":
      return { key: sizeKey(issue.origin, "small"), params: { minimum: String(issue.minimum) } };
    case "too_big":
      return { key: sizeKey(issue.origin, "big"), params: { maximum: String(issue.maximum) } };
    case "unrecognized_keys":
      return { key: "validation.unrecognized", params: { keys: issue.keys.join(", ") } };
    default:
      return { key: "validation.invalid", params: {} };
  }
}

function sizeKey(origin: string, side: "small" | "big"): string {
  if (origin === "string") return side === "small" ? "validation.too_short" : "validation.too_long";
  if (origin === "array") return side === "small" ? "validation.too_few" : "validation.too_many";
  return side === "small" ? "validation.too_small" : "validation.too_big";
}

/** The text of one zod issue in the reader's language. */
export function issueText(issue: Issue, locale: Locale = "tr"): string {
  const { key, params } = describe(issue);
  return messageText(key, locale, params);
}

/**
 * Texts per field for `error.data.fields`: dotted path → messages. What belongs to no field is
 * under the empty path.
 */
export function fieldErrors(error: z.ZodError, locale: Locale = "tr"): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const issue of error.issues) {
    const path = issue.path.map(String).join(".");
    fields[path] = [...(fields[path] ?? []), issueText(issue, locale)];
  }
  return fields;
}
