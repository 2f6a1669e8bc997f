import { partsOfText } from "@oto/ui";

const ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

/** Where vehicles are shown: the market and the stock of this panel, pages of the public site. */
const PLACES = new RegExp(`/(?:pazar/|stok/|arac/(?:[a-z0-9-]+-)?)(${ID})(?![0-9a-f-])`, "i");

/** The vehicle that an address of the platform leads to; null for every other address. */
function vehicleOfLink(url: string, ownHosts: readonly string[]): string | null {
  const parsed = URL.parse(url);
  if (parsed === null || !ownHosts.includes(parsed.host)) return null;
  return PLACES.exec(parsed.pathname)?.[1]?.toLowerCase() ?? null;
}

/** The first vehicle that a text links to on the platform itself; nobody else's pages count. */
export function vehicleInText(text: string, ownHosts: readonly string[]): string | null {
  for (const { kind, value } of partsOfText(text)) {
    const vehicleId = kind === "link" ? vehicleOfLink(value, ownHosts) : null;
    if (vehicleId !== null) return vehicleId;
  }
  return null;
}
