import { z } from "zod";

const STANDARD =
  /^(0[1-9]|[1-7]\d|8[01])(?:[A-PR-VYZ]\d{4,5}|[A-PR-VYZ]{2}\d{3,4}|[A-PR-VYZ]{3}\d{2,3})$/;
/** Official, diplomatic, temporary and foreign plates: letters and digits, never only one of them. */
const UNUSUAL = /^(?=.*\d)[A-Z0-9]{4,12}$/;

export type PlateCheck = "ok" | "unusual" | "invalid";

/** `34 abc 123` → `34ABC123`: upper-case ASCII without separators. Turkish letters fold to ASCII. */
export function normalizePlate(text: string): string {
  return text
    .replace(/[\s.\-_]/g, "")
    .replace(/[ıİ]/g, "I")
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toUpperCase();
}

/**
 * `ok` for a standard civil plate, `unusual` for what may be an official, diplomatic, temporary
 * or foreign one (warn, don't refuse), `invalid` for what cannot be a plate.
 */
export function validatePlate(text: string): PlateCheck {
  const plate = normalizePlate(text);
  if (STANDARD.test(plate)) return "ok";
  return UNUSUAL.test(plate) ? "unusual" : "invalid";
}

/** `34ABC123` → `34 ABC 123`; unusual plates come back as they are. */
export function formatPlate(plate: string): string {
  const match = /^(\d{2})([A-Z]{1,3})(\d{2,5})$/.exec(normalizePlate(plate));
  return match ? `${match[1]} ${match[2]} ${match[3]}` : plate;
}

export const plateField = z
  .string({ error: "validation.required" })
  .max(20, { error: "validation.plate" })
  .transform(normalizePlate)
  .refine((plate) => validatePlate(plate) !== "invalid", { error: "validation.plate" });
