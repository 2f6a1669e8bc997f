/** Words of a text: lower case, without marks; whatever is no letter or digit separates them. */
export function wordsOf(text: string): string[] {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Texts in a value, at any depth. */
export function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return value.map(textOf).join(" . ");
  if (typeof value === "object" && value !== null) {
    return Object.values(value).map(textOf).join(" . ");
  }
  return "";
}

/**
 * Edits between a query word and a word (swapping neighbours counts once), at most `most`, or null.
 * A wrong first letter counts twice. As a prefix, the query word is compared with the beginning of
 * the word that fits best.
 */
export function typosBetween(
  query: string,
  word: string,
  { most, prefix }: { most: number; prefix: boolean },
): number | null {
  if (word.length < query.length - most) return null;
  if (!prefix && word.length > query.length + most) return null;
  const width = Math.min(word.length, query.length + most);
  let before: number[] = [];
  let last = Array.from({ length: width + 1 }, (_, index) => index);
  for (let i = 1; i <= query.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= width; j += 1) {
      const change = query[i - 1] === word[j - 1] ? 0 : 1;
      const isSwap = i > 1 && j > 1 && query[i - 1] === word[j - 2] && query[i - 2] === word[j - 1];
      row.push(
        Math.min(
          (last[j] ?? 99) + 1,
          (row[j - 1] ?? 99) + 1,
          (last[j - 1] ?? 99) + change,
          isSwap ? (before[j - 2] ?? 99) + 1 : 99,
        ),
      );
    }
    if (Math.min(...row) > most) return null;
    before = last;
    last = row;
  }
  const edits = prefix ? Math.min(...last) : (last[word.length] ?? 99);
  if (edits === 0) return 0;
  const cost = query[0] === word[0] ? edits : edits + 1;
  return cost <= most ? cost : null;
}
