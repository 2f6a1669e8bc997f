import { expandSynonyms } from "../search";
import { fold } from "../text";

/** Folded words of the part of a query that was not understood as filters. */
export function wordsOf(rest: string): string[] {
  const words = fold(rest).match(/\d+[.,]\d+|[a-z0-9]+/g) ?? [];
  return [...new Set(words.map((word) => word.replace(",", ".")))];
}

/**
 * Whether a listing has all words, each as it is or as a synonym. Typos are not forgiven: an alert
 * about the wrong vehicle is worse than none.
 */
export function hasWords(listing: ReadonlySet<string>, words: readonly string[]): boolean {
  return words.every((word) =>
    expandSynonyms(word).some((synonym) => {
      const parts = wordsOf(synonym);
      return parts.length > 0 && parts.every((part) => listing.has(part));
    }),
  );
}
