import { z } from "zod";

/** Trimmed and lower-cased without a locale, so that `I` never becomes `ı`. */
export function normalizeEmail(text: string): string {
  return text.trim().toLowerCase();
}

export const emailField = z
  .string({ error: "validation.required" })
  .max(320, { error: "validation.email" })
  .transform(normalizeEmail)
  .pipe(z.email({ error: "validation.email" }).max(254, { error: "validation.email" }));

/** A person's first or last name: letters of any script and the marks used in names. */
export const personNameField = z
  .string({ error: "validation.required" })
  .trim()
  .min(1, { error: "validation.required" })
  .max(60)
  .regex(/^\p{L}[\p{L}\p{M} .'’-]*$/u, { error: "validation.name" });

export const otpCodeField = z
  .string({ error: "validation.required" })
  .max(20, { error: "validation.otp_code" })
  .transform((text) => text.replace(/\s/g, ""))
  .pipe(z.string().regex(/^\d{6}$/, { error: "validation.otp_code" }));
