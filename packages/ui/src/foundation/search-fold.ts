const DOTLESS: Record<string, string> = { ı: "i", İ: "i", I: "i" };

/** Text as it is compared while searching: lower case, without accents, `I İ ı i` all alike. */
export function foldText(text: string): string {
  return text
    .replace(/[ıİI]/g, (sign) => DOTLESS[sign] ?? sign)
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "");
}

/**
 * How well `text` answers `query`: 0 not at all, 1 starts with it, less when it stands further in.
 * Every word of the query must occur.
 */
export function matchScore(text: string, query: string): number {
  const haystack = foldText(text);
  const words = foldText(query).split(/\s+/).filter(Boolean);
  if (words.some((word) => !haystack.includes(word))) {
    return 0;
  }
  const first = words[0] ?? "";
  if (first === "" || haystack.startsWith(first)) {
    return 1;
  }
  return haystack.includes(` ${first}`) ? 0.8 : 0.5;
}
