/** Pages of plain text: their address, and where their texts stand. */
export const INFO_PAGES = {
  "nasil-calisir": { namespace: "info.how", kind: "info" },
  ozellikler: { namespace: "info.features", kind: "info" },
  sss: { namespace: "info.faq", kind: "faq" },
  hakkimizda: { namespace: "info.about", kind: "info" },
  iletisim: { namespace: "info.contact", kind: "info" },
  "kullanim-kosullari": { namespace: "legal.terms", kind: "legal" },
  kvkk: { namespace: "legal.kvkk", kind: "legal" },
} as const;
export type InfoSlug = keyof typeof INFO_PAGES;
export type InfoPage = (typeof INFO_PAGES)[InfoSlug];

/** The page of an address; null for any other. */
export function infoPageOf(slug: string): InfoPage | null {
  const found = Object.entries(INFO_PAGES).find(([known]) => known === slug);
  return found?.[1] ?? null;
}
