/** What a hidden value becomes. */
export const MASK = "[hidden]";

/**
 * Shapes of personal data and secrets that may hide inside free text. The look-behinds keep the
 * patterns out of identifiers: groups of a UUID and hashes are not phone numbers.
 */
const PATTERNS: readonly RegExp[] = [
  /\beyJ[\w-]{5,}\.[\w-]+\.[\w-]*/g, // JWT
  /\bbearer\s+[\w.~+/=-]+/gi,
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, // e-mail
  /\bTR\d{2}(?:\s?[0-9A-Z]{4}){5}\s?[0-9A-Z]{2}\b/gi, // IBAN
  /(?<![\w-])(?:\+?90|0)?[\s.-]?\(?5\d{2}\)?[\s.-]?\d{3}[\s.-]?\d{2}[\s.-]?\d{2}(?![\w-])/g, // mobile
  /(?<![\w+-])\+\d{1,3}[\s.-]?\d(?:[\s.-]?\d){7,11}(?![\w-])/g, // other phone numbers
  /(?<![\w.-])[1-9]\d{10}(?![\w-])/g, // TCKN
  /\b(?=[A-Z0-9]*\d)(?=[A-Z0-9]*[A-Z])[A-HJ-NPR-Z0-9]{17}\b/g, // VIN
  /(?<![\w.-])(?:0[1-9]|[1-7]\d|8[01])[ ]?[A-PR-VYZ]{1,3}[ ]?\d{2,5}(?![\w-])/g, // plate
  /(?<=\b(?:otp|code|kod(?:u|unuz)?|şifre(?:niz)?|pin)\b[^\d\n]{0,4})\d{4,8}\b/giu, // one-time code
];

/** Hides phone numbers, e-mails, tokens, IBANs, TCKNs, VINs, plates and codes found in a text. */
export function maskText(text: string): string {
  let masked = text;
  for (const pattern of PATTERNS) masked = masked.replace(pattern, MASK);
  return masked;
}
