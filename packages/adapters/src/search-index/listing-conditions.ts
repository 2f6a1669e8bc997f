import type { MarketplaceFilters } from "@oto/domain";
import { provincesWithin } from "@oto/domain";
import { UNCOMPARABLE_PRICE } from "./listing-row";
import type { Facet, SearchRequest } from "./search-index.port";

type Sql = (param: (value: unknown) => string) => string;

interface Condition {
  /** The facet that does not apply this condition to itself. */
  readonly facet: Facet | null;
  readonly sql: Sql;
}

type Add = (facet: Facet | null, sql: Sql) => void;

/** Values of a statement, numbered as they come. */
export class Parameters {
  readonly values: unknown[] = [];

  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

const LISTS = [
  ["makeIds", "make", "make_id", "uuid"],
  ["seriesIds", "series", "series_id", "uuid"],
  ["modelIds", "model", "model_id", "uuid"],
  ["trimIds", "trim", "trim_id", "uuid"],
  ["fuels", "fuel", "fuel", "text"],
  ["transmissions", "transmission", "transmission", "text"],
  ["bodyTypes", "bodyType", "body_type", "text"],
  ["drivetrains", "drivetrain", "drivetrain", "text"],
  ["colors", "color", "color", "text"],
  ["provinceCodes", "province", "province_code", "smallint"],
  ["districts", "province", "district", "text"],
  ["damageStatuses", "damage", "damage_status", "text"],
] as const;

const RANGES = [
  ["yearMin", "year", "model_year >="],
  ["yearMax", "year", "model_year <="],
  ["kmMin", "km", "mileage_km >="],
  ["kmMax", "km", "mileage_km <="],
  ["priceMin", "price", "price_try >="],
  ["priceMax", "price", "price_try <="],
  ["engineCcMin", "engine", "engine_cc >="],
  ["engineCcMax", "engine", "engine_cc <="],
  ["powerHpMin", "power", "power_hp >="],
  ["powerHpMax", "power", "power_hp <="],
  ["maxPaintedPanels", null, "painted_panels <="],
  ["trustMin", null, "trust_score >="],
] as const;

const FLAGS = [
  ["flawless", "flawless"],
  ["warranty", "warranty"],
  ["tradeIn", "trade_in"],
  ["hasPhotos", "photo_count > 0"],
] as const;

function addFilters(filters: MarketplaceFilters, add: Add): void {
  for (const [key, facet, column, type] of LISTS) {
    const values = filters[key];
    if (!values || values.length === 0) continue;
    add(facet, (param) => `${column} = ANY (${param(values)}::${type}[])`);
  }
  for (const [key, facet, comparison] of RANGES) {
    const value = filters[key];
    if (value !== undefined) add(facet, (param) => `${comparison} ${param(value)}::bigint`);
  }
  if (filters.priceMin !== undefined || filters.priceMax !== undefined) {
    add("price", () => `price_try < ${UNCOMPARABLE_PRICE}`);
  }
  for (const [key, column] of FLAGS) {
    const value = filters[key];
    if (value !== undefined) add(null, () => (value ? column : `NOT (${column})`));
  }
  const { listedSinceDays, galleryId, near } = filters;
  if (near) {
    const codes = provincesWithin(near.provinceCode, near.km);
    add(null, (param) => `province_code = ANY (${param(codes)}::smallint[])`);
  }
  if (listedSinceDays !== undefined) {
    add(
      null,
      (param) => `published_at >= now() - make_interval(days => ${param(listedSinceDays)})`,
    );
  }
  if (galleryId !== undefined) add(null, (param) => `gallery_id = ${param(galleryId)}::uuid`);
}

/** The WHERE clause of a request, whole or as a facet sees it. */
export class ListingConditions {
  readonly #conditions: Condition[] = [];

  constructor(request: SearchRequest, tsquery: string | null) {
    const add: Add = (facet, sql) => this.#conditions.push({ facet, sql });
    if (tsquery !== null) add(null, (param) => `search_vector @@ ${param(tsquery)}::tsquery`);
    if (request.publicOnly) add(null, () => "public_visible");
    const { excludeGalleryId } = request;
    if (excludeGalleryId) add(null, (param) => `gallery_id <> ${param(excludeGalleryId)}::uuid`);
    addFilters(request.filters ?? {}, add);
  }

  /** True when the facet has a filter of its own. */
  isFiltered(facet: Facet): boolean {
    return this.#conditions.some((condition) => condition.facet === facet);
  }

  /** SQL after WHERE, its values added to `parameters`; `except` leaves out one facet's filters. */
  where(parameters: Parameters, except?: Facet): string {
    const kept = this.#conditions.filter(({ facet }) => facet === null || facet !== except);
    if (kept.length === 0) return "true";
    return kept.map(({ sql }) => sql((value) => parameters.add(value))).join(" AND ");
  }
}
