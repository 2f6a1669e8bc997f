import { z } from "zod";

const SHAPE = /^[A-HJ-NPR-Z0-9]{17}$/;
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2] as const;
/** ISO 3779 values of A–Z; I, O and Q do not occur. */
const LETTER_VALUES = "12345678_12345_7_923456789";

export type VinCheck = "ok" | "check_digit" | "invalid";

/** Upper-case, without spaces and hyphens. */
export function normalizeVin(text: string): string {
  return text.replace(/[\s-]/g, "").replace(/[ıİ]/g, "I").toUpperCase();
}

function characterValue(character: string): number {
  if (/\d/.test(character)) return Number(character);
  return Number(LETTER_VALUES[character.charCodeAt(0) - 65] ?? 0);
}

/**
 * `invalid` when it cannot be a VIN; `check_digit` when only the ninth character does not fit,
 * which is no fault in European VINs and therefore a warning at most.
 */
export function validateVin(text: string): VinCheck {
  const vin = normalizeVin(text);
  if (!SHAPE.test(vin)) return "invalid";
  const sum = Array.from(vin).reduce(
    (total, character, index) => total + characterValue(character) * (WEIGHTS[index] ?? 0),
    0,
  );
  const remainder = sum % 11;
  const expected = remainder === 10 ? "X" : String(remainder);
  return vin[8] === expected ? "ok" : "check_digit";
}

/** The six characters that an advert must state; never show more of a VIN in public. */
export function vinSuffix(vin: string): string {
  return normalizeVin(vin).slice(-6);
}

export const vinField = z
  .string({ error: "validation.required" })
  .max(30, { error: "validation.vin" })
  .transform(normalizeVin)
  .refine((vin) => validateVin(vin) !== "invalid", { error: "validation.vin" });
