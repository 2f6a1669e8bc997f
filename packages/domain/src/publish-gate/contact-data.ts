import { fold } from "../text";

/** Digits of a mobile number however they are set apart: `0 (532) 123-45-67`, `5 3 2 1 2 …`. */
const PHONE = /(?:^|\D)(?:(?:\+?9\W{0,3})?0\W{0,3})?5(?:\W{0,3}\d){9}(?!\d)/;
/** Area codes start with 2, 3 or 4: `0212 555 44 33`. */
const LANDLINE = /(?:^|\D)0\W{0,3}[2-4]\d{2}\W{0,3}\d{3}\W{0,3}\d{2}\W{0,3}\d{2}(?!\d)/;
const EMAIL = /[a-z0-9._%+-]+\s?(?:@|\(at\)|\[at\])\s?[a-z0-9-]+(?:\.|\s?\(dot\)\s?)[a-z]{2,}/;
const LINK = /https?:\/\/|www\.|[a-z0-9-]{2,}\.(?:com|net|org|com\.tr|gen\.tr|web\.tr)\b|wa\.me/;
const HANDLE = /(?:^|\s)@[a-z0-9_.]{3,}|(?:instagram|whatsapp|telegram|facebook)\s?[:/]/;

/** Whether a description carries a phone number, an e-mail address, a link or a social handle. */
export function holdsContactData(text: string): boolean {
  const plain = fold(text);
  return [PHONE, LANDLINE, EMAIL, LINK, HANDLE].some((shape) => shape.test(plain));
}
