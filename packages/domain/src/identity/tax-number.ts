import { z } from "zod";
import type { TaxType } from "../values";

function digitsOf(text: string): number[] {
  return Array.from(text, Number);
}

/**
 * Check digit of a company's tax number (VKN, 10 digits). Per position i: c = (d + 9 - i) mod 10;
 * 0 adds nothing, anything else adds (c · 2^(9-i)) mod 9, where 0 counts as 9.
 */
export function validateVkn(text: string): boolean {
  if (!/^\d{10}$/.test(text)) return false;
  const digits = digitsOf(text);
  let sum = 0;
  for (const [index, digit] of digits.slice(0, 9).entries()) {
    const c = (digit + 9 - index) % 10;
    if (c === 0) continue;
    sum += (c * 2 ** (9 - index)) % 9 || 9;
  }
  return (10 - (sum % 10)) % 10 === digits[9];
}

/** Both check digits of a national identity number (TCKN, 11 digits, the first is not 0). */
export function validateTckn(text: string): boolean {
  if (!/^[1-9]\d{10}$/.test(text)) return false;
  const digits = digitsOf(text);
  const sumOf = (indexes: number[]) =>
    indexes.reduce((sum, index) => sum + (digits[index] ?? 0), 0);
  const odd = sumOf([0, 2, 4, 6, 8]);
  const even = sumOf([1, 3, 5, 7]);
  const tenth = (((7 * odd - even) % 10) + 10) % 10;
  const eleventh = (odd + even + tenth) % 10;
  return tenth === digits[9] && eleventh === digits[10];
}

/** Checks a tax number by the algorithm of its type. */
export function validateTaxNumber(type: TaxType, number: string): boolean {
  return type === "VKN" ? validateVkn(number) : validateTckn(number);
}

/** Removes the spaces people type between digits. */
export function normalizeTaxNumber(text: string): string {
  return text.replace(/[\s.-]/g, "");
}

export const vknField = z
  .string({ error: "validation.required" })
  .transform(normalizeTaxNumber)
  .refine(validateVkn, { error: "validation.vkn" });

export const tcknField = z
  .string({ error: "validation.required" })
  .transform(normalizeTaxNumber)
  .refine(validateTckn, { error: "validation.tckn" });
