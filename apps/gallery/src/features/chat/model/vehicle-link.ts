const ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

/** Where vehicles are shown: the market and the stock of this panel, pages of the public site. */
const PLACES = new RegExp(`/(?:pazar/|stok/|arac/(?:[a-z0-9-]+-)?)(${ID})(?![0-9a-f-])`, "i");
const URL_IN_TEXT = /https?:\/\/[^\s<>"]+/gi;

/** What ends a sentence does not belong to the address before it. */
const trimmed = (url: string): string => url.replace(/[.,;:!?)\]}'’]+$/u, "");

/** The vehicle that an address of the platform leads to; null for every other address. */
export function vehicleOfLink(url: string, ownHosts: readonly string[]): string | null {
  const parsed = URL.parse(url);
  if (parsed === null || !ownHosts.includes(parsed.host)) return null;
  return PLACES.exec(parsed.pathname)?.[1]?.toLowerCase() ?? null;
}

/** The first vehicle that a text links to on the platform itself; nobody else's pages count. */
export function vehicleInText(text: string, ownHosts: readonly string[]): string | null {
  for (const [url] of text.matchAll(URL_IN_TEXT)) {
    const vehicleId = vehicleOfLink(trimmed(url), ownHosts);
    if (vehicleId !== null) return vehicleId;
  }
  return null;
}

/** A text cut into plain parts and addresses. */
export function partsOfText(text: string): { kind: "text" | "link"; value: string; at: number }[] {
  const parts: { kind: "text" | "link"; value: string; at: number }[] = [];
  let from = 0;
  for (const match of text.matchAll(URL_IN_TEXT)) {
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
