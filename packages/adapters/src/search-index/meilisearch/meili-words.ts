import { tokensOf } from "../listing-text";

/** More than a server takes into account. */
const MOST_WORDS = 10;

/**
 * A decimal as one word: servers take the point of `1.6` for the end of a word. Beginnings still
 * match: `1` finds `1.6`.
 */
const asWord = (token: string) => token.replace(".", "dot");

/** A text as listings are indexed: folded words, one space between. */
export const searchWord = (text: string): string => tokensOf(text).map(asWord).join(" ");

/** Letters and digits together, long enough to be taken for a misspelling. */
const isCode = (word: string) => word.length >= 4 && /\d/.test(word) && /[a-z]/.test(word);

/** What to ask the server for; null when the text has no words. */
export function searchQuery(text: string): string | null {
  const words = tokensOf(text).slice(0, MOST_WORDS).map(asWord);
  if (words.length === 0) return null;
  // Quoted words are found as they are: 320d is not a misspelt 321d.
  return words.map((word) => (isCode(word) ? `"${word}"` : word)).join(" ");
}
