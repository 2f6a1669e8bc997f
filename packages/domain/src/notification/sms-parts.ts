/** The GSM 7-bit alphabet; signs of its extension table count twice. */
const BASIC =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const EXTENDED = "^{}\\[~]|€";
/** Letters that the Turkish table adds, at the price of five characters a message. */
const TURKISH = "ğĞşŞıİçÇ";

const inside = (text: string, alphabet: string) =>
  [...text].every((sign) => alphabet.includes(sign));

function parts(length: number, alone: number, chained: number): number {
  return length <= alone ? 1 : Math.ceil(length / chained);
}

/**
 * How many messages an SMS is billed as: 160 signs in the GSM alphabet (153 each when chained), 155
 * and 149 with Turkish letters, 70 and 67 with anything else.
 */
export function smsParts(text: string): number {
  const signs = [...text];
  const length = signs.length + signs.filter((sign) => EXTENDED.includes(sign)).length;
  if (inside(text, BASIC + EXTENDED)) return parts(length, 160, 153);
  if (inside(text, BASIC + EXTENDED + TURKISH)) return parts(length, 155, 149);
  return parts(text.length, 70, 67);
}
