import { RANGE_EDGES } from "../facet-columns";
import { comparablePrice } from "../listing-row";
import { weightedTexts } from "../listing-text";
import type { ListingDocument } from "../search-index.port";
import { WORD_FIELDS } from "./meili-settings";
import { searchWord } from "./meili-words";

/** A listing as the server keeps it: flat fields to filter and sort by, and the listing itself. */
export interface MeiliListing extends Record<string, unknown> {
  readonly id: string;
  /** Number of the change that it is of. */
  readonly seq: number;
  readonly doc: ListingDocument;
}

export interface IdNumbers {
  readonly high: number;
  readonly low: number;
}

/**
 * An id as two numbers in the order of ids, since servers compare numbers only: 48 bits (the time
 * of a UUIDv7) and the 52 after them. The last 28 bits are left out; ids that differ in nothing
 * else do not happen.
 */
export function idNumbers(id: string): IdNumbers {
  const digits = id.replaceAll("-", "");
  return {
    high: Number.parseInt(digits.slice(0, 12), 16),
    low: Number.parseInt(digits.slice(12, 25), 16),
  };
}

/** Number of the range that a value falls in, from 1; as PostgreSQL's `width_bucket`. */
function rangeOf(edges: readonly number[] | null, value: number | null): number | null {
  return value === null ? null : (edges?.filter((edge) => edge <= value).length ?? 0);
}

/** Facets count texts: this one carries what the counts are shown with. */
export const makeFacet = ({ makeId, makeName }: ListingDocument): string => `${makeId}|${makeName}`;

/** The same for models; null where the listing names none. */
export const modelFacet = ({ modelId, modelName }: ListingDocument): string | null =>
  modelId === null ? null : `${modelId}|${modelName ?? ""}`;

/** The same for trims. */
export const trimFacet = ({ trimId, trimName }: ListingDocument): string | null =>
  trimId === null ? null : `${trimId}|${trimName ?? ""}`;

export interface SeriesFacet {
  readonly makeId: string;
  readonly seriesId: string;
  readonly makeSlug: string;
  readonly makeName: string;
  readonly seriesName: string;
}

const seriesFacet = (doc: ListingDocument): string =>
  [doc.seriesId, doc.makeId, doc.makeSlug, doc.makeName, doc.seriesName].join("|");

export function parseSeriesFacet(value: string): SeriesFacet {
  const [seriesId = "", makeId = "", makeSlug = "", makeName = "", ...name] = value.split("|");
  return { seriesId, makeId, makeSlug, makeName, seriesName: name.join("|") };
}

export function meiliDocument(doc: ListingDocument, seq: number): MeiliListing {
  const words = new Map<string, string>();
  for (const [weight, text] of weightedTexts(doc)) {
    const field = WORD_FIELDS["ABCD".indexOf(weight)] ?? "words_d";
    words.set(field, `${words.get(field) ?? ""} ${searchWord(text)}`.trim());
  }
  const { high, low } = idNumbers(doc.vehicleId);
  const price = comparablePrice(doc);
  return {
    id: doc.vehicleId,
    seq,
    ...Object.fromEntries(words),
    id_high: high,
    id_low: low,
    gallery_id: doc.galleryId,
    public: doc.publicVisible,
    make_id: doc.makeId,
    series_id: doc.seriesId,
    model_id: doc.modelId,
    trim_id: doc.trimId,
    fuel: doc.fuel,
    transmission: doc.transmission,
    body_type: doc.bodyType,
    drivetrain: doc.drivetrain,
    color: doc.color,
    province: doc.provinceCode,
    district: doc.district,
    year: doc.modelYear,
    km: doc.mileageKm,
    price,
    engine_cc: doc.engineCc,
    power_hp: doc.powerHp,
    painted_panels: doc.paintedPanels,
    damage: doc.damageStatus,
    trust: doc.galleryTrust,
    flawless: doc.flawless,
    warranty: doc.warranty,
    trade_in: doc.tradeIn,
    has_photos: doc.photoCount > 0,
    published: Date.parse(doc.publishedAt),
    make_facet: makeFacet(doc),
    series_facet: seriesFacet(doc),
    model_facet: modelFacet(doc),
    trim_facet: trimFacet(doc),
    price_range: rangeOf(RANGE_EDGES.price, price),
    km_range: rangeOf(RANGE_EDGES.km, doc.mileageKm),
    engine_range: rangeOf(RANGE_EDGES.engine, doc.engineCc),
    power_range: rangeOf(RANGE_EDGES.power, doc.powerHp),
    doc,
  };
}
