import { z } from "zod";

/** ISO 13616: letters count 10–35, the first four characters move to the end, mod 97 must be 1. */
export function validateIban(text: string): boolean {
  const iban = normalizeIban(text);
  if (!/^TR\d{7}[0-9A-Z]{17}$/.test(iban)) return false;
  let remainder = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = /\d/.test(character) ? character : String(character.charCodeAt(0) - 55);
    for (const digit of value) remainder = (remainder * 10 + Number(digit)) % 97;
  }
  return remainder === 1;
}

/** Upper-case, without spaces. */
export function normalizeIban(text: string): string {
  return text.replace(/\s/g, "").toUpperCase();
}

/** Central registry number of a company: 16 digits; no public check digit. */
export function validateMersis(text: string): boolean {
  return /^\d{16}$/.test(text.replace(/[\s-]/g, ""));
}

export const ibanField = z
  .string({ error: "validation.required" })
  .transform(normalizeIban)
  .refine(validateIban, { error: "validation.iban" });

export const mersisField = z
  .string({ error: "validation.required" })
  .transform((text) => text.replace(/[\s-]/g, ""))
  .refine(validateMersis, { error: "validation.mersis" });

/**
 * Number of the trade licence (yetki belgesi). Its format is not published, so any short text is
 * taken; a superadmin sees and confirms it.
 */
export const licenceNoField = z
  .string({ error: "validation.required" })
  .trim()
  .min(3, { error: "validation.licence_no" })
  .max(40, { error: "validation.licence_no" });
