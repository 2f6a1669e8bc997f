import type { ListingText } from "./listing-text";
import type { ListingDocument } from "./search-index.port";

/** Sorts prices that cannot be compared behind all others. */
export const UNCOMPARABLE_PRICE = Number.MAX_SAFE_INTEGER;

/** Columns of `search_listing`, in the spelling of the table. */
export const LISTING_COLUMNS = [
  "vehicle_id",
  "version",
  "gallery_id",
  "public_visible",
  "make_id",
  "series_id",
  "model_id",
  "trim_id",
  "model_year",
  "mileage_km",
  "fuel",
  "transmission",
  "body_type",
  "drivetrain",
  "color",
  "engine_cc",
  "power_hp",
  "province_code",
  "district",
  "price_amount",
  "price_currency",
  "price_try",
  "painted_panels",
  "replaced_panels",
  "flawless",
  "damage_status",
  "warranty",
  "trade_in",
  "photo_count",
  "features",
  "trust_score",
  "published_at",
  "search_vector",
  "doc",
  "indexed_at",
] as const;

type ListingRow = Record<(typeof LISTING_COLUMNS)[number], unknown>;

/** The price in kuruş that filters and sorts compare. */
export function comparablePrice({ price, priceTry }: ListingDocument): number {
  return price.currency === "TRY" ? price.amount : (priceTry ?? UNCOMPARABLE_PRICE);
}

/** A document as a row of `search_listing`. */
export function listingRow(doc: ListingDocument, text: ListingText): ListingRow {
  return {
    vehicle_id: doc.vehicleId,
    version: doc.version,
    gallery_id: doc.galleryId,
    public_visible: doc.publicVisible,
    make_id: doc.makeId,
    series_id: doc.seriesId,
    model_id: doc.modelId,
    trim_id: doc.trimId,
    model_year: doc.modelYear,
    mileage_km: doc.mileageKm,
    fuel: doc.fuel,
    transmission: doc.transmission,
    body_type: doc.bodyType,
    drivetrain: doc.drivetrain,
    color: doc.color,
    engine_cc: doc.engineCc,
    power_hp: doc.powerHp,
    province_code: doc.provinceCode,
    district: doc.district,
    price_amount: doc.price.amount,
    price_currency: doc.price.currency,
    price_try: comparablePrice(doc),
    painted_panels: doc.paintedPanels,
    replaced_panels: doc.replacedPanels,
    flawless: doc.flawless,
    damage_status: doc.damageStatus,
    warranty: doc.warranty,
    trade_in: doc.tradeIn,
    photo_count: doc.photoCount,
    features: doc.features,
    trust_score: doc.galleryTrust,
    published_at: doc.publishedAt,
    search_vector: text.vector,
    doc,
    indexed_at: new Date().toISOString(),
  };
}
