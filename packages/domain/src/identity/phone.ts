import { z } from "zod";

const MOBILE = /^(?:\+?90|0)?(5\d{9})$/;

/**
 * Reads a Turkish mobile number in any usual spelling (`5…`, `05…`, `+90 5…`, `0090 5…`, with
 * spaces, dots, hyphens or brackets) as E.164, or null.
 */
export function parsePhone(text: string): string | null {
  const compact = text.replace(/[\s().\-/\u200e\u200f\u202a-\u202e]/g, "").replace(/^00/, "+");
  const match = MOBILE.exec(compact);
  return match?.[1] ? `+90${match[1]}` : null;
}

/** `+905321234567` as people read it: `0532 123 45 67`. Anything else comes back unchanged. */
export function formatPhone(phone: string): string {
  const parsed = parsePhone(phone);
  if (!parsed) return phone;
  const digits = parsed.slice(3);
  return `0${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6, 8)} ${digits.slice(8)}`;
}

/** `+905321234567` with all but its last two digits hidden, for screens and provider logs. */
export function maskPhone(phone: string): string {
  const parsed = parsePhone(phone);
  return parsed ? `0${parsed.slice(3, 6)} *** ** ${parsed.slice(-2)}` : "***";
}

/** Any spelling in, E.164 out. */
export const phoneField = z
  .string({ error: "validation.required" })
  .max(40, { error: "validation.phone" })
  .transform((text, context) => {
    const phone = parsePhone(text);
    if (phone) return phone;
    context.addIssue({ code: "custom", message: "validation.phone", input: text });
    return z.NEVER;
  });
