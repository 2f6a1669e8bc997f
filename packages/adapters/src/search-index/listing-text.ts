import { expandText, FEATURE_CATALOGUE, fold, provinceByCode, tr } from "@oto/domain";
import type { ListingDocument } from "./search-index.port";

const TOKEN = /\d+[.,]\d+|[a-z0-9]+/g;
const LONGEST_TOKEN = 40;

/** Folded words of a text, in order: `C-HR 1,8 Hybrid` → `c`, `hr`, `1.8`, `hybrid`. */
export function tokensOf(text: string): string[] {
  const tokens = fold(text).match(TOKEN) ?? [];
  return tokens.map((token) => token.replace(",", ".").slice(0, LONGEST_TOKEN));
}

const featureLabels = new Map<string, string>(
  FEATURE_CATALOGUE.map(({ code, tr: label }) => [code, label]),
);

/** `1968` cc → `2.0`, the way engines are called. */
function litres(engineCc: number | null): string {
  return engineCc === null ? "" : (engineCc / 1_000).toFixed(1);
}

/** Texts of a listing by what a match in them is worth, the names first. */
export function weightedTexts(
  doc: ListingDocument,
): readonly (readonly ["A" | "B" | "C" | "D", string])[] {
  const province = provinceByCode(doc.provinceCode)?.name ?? "";
  const names = [doc.modelName, doc.trimName, doc.title].filter((name) => name !== null).join(" ");
  const traits = [
    tr.fuel[doc.fuel],
    tr.transmission[doc.transmission],
    tr.bodyType[doc.bodyType],
    tr.color[doc.color],
    doc.drivetrain ? tr.drivetrain[doc.drivetrain] : "",
    doc.modelYear,
    litres(doc.engineCc),
  ];
  return [
    ["A", expandText(`${doc.makeName} ${doc.seriesName}`)],
    ["B", expandText(names)],
    ["C", expandText(traits.join(" "))],
    ["C", `${doc.galleryName} ${province} ${doc.district}`],
    ["D", doc.features.map((code) => featureLabels.get(code) ?? "").join(" ")],
  ];
}

/** The words that a listing is found by, with their synonyms. */
export const listingWords = (doc: ListingDocument): ReadonlySet<string> =>
  new Set(listingText(doc).tokens);

export interface ListingText {
  /** PostgreSQL `tsvector` literal. */
  readonly vector: string;
  readonly tokens: readonly string[];
}

/** What a listing is found by: its words with their synonyms, weighted. */
export function listingText(doc: ListingDocument): ListingText {
  const places = new Map<string, string[]>();
  let position = 0;
  for (const [weight, text] of weightedTexts(doc)) {
    for (const token of tokensOf(text)) {
      position += 1;
      const known = places.get(token) ?? [];
      if (known.length < 4) known.push(`${position}${weight}`);
      places.set(token, known);
    }
  }
  // Tokens are letters, digits and dots only, so quoting needs no escapes.
  const vector = [...places].map(([token, at]) => `'${token}':${at.join(",")}`).join(" ");
  return { vector, tokens: [...places.keys()] };
}
