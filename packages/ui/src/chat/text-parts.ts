const ADDRESS = /https?:\/\/[^\s<>"]+/gi;

/** What ends a sentence does not belong to the address before it. */
const trimmed = (url: string): string => url.replace(/[.,;:!?)\]}'’]+$/u, "");

export interface TextPart {
  kind: "text" | "link";
  value: string;
  /** Where in the text it begins. */
  at: number;
}

/** A text cut into plain parts and addresses; only http(s) is an address. */
export function partsOfText(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const url = trimmed(match[0]);
    if (match.index > from) {
      parts.push({ kind: "text", value: text.slice(from, match.index), at: from });
    }
    parts.push({ kind: "link", value: url, at: match.index });
    from = match.index + url.length;
  }
  if (from < text.length) parts.push({ kind: "text", value: text.slice(from), at: from });
  return parts;
}
