import type { MarketplaceFilters } from "@oto/domain";
import { provincesWithin } from "@oto/domain";
import { UNCOMPARABLE_PRICE } from "../listing-row";
import type { Facet, SearchRequest } from "../search-index.port";

interface Condition {
  /** The facet that does not apply this condition to itself. */
  readonly facet: Facet | null;
  readonly filter: string;
}

type Add = (facet: Facet | null, filter: string) => void;

const DAY_MS = 86_400_000;

/** A value inside a filter expression; whatever it holds, it stays one value. */
export function quoted(value: string | number): string {
  return `"${String(value).replace(/["\\]/g, (sign) => `\\${sign}`)}"`;
}

const LISTS = [
  ["makeIds", "make", "make_id"],
  ["seriesIds", "series", "series_id"],
  ["modelIds", "model", "model_id"],
  ["trimIds", "trim", "trim_id"],
  ["fuels", "fuel", "fuel"],
  ["transmissions", "transmission", "transmission"],
  ["bodyTypes", "bodyType", "body_type"],
  ["drivetrains", "drivetrain", "drivetrain"],
  ["colors", "color", "color"],
  ["provinceCodes", "province", "province"],
  ["districts", "province", "district"],
  ["damageStatuses", "damage", "damage"],
] as const;

const RANGES = [
  ["yearMin", "year", "year >="],
  ["yearMax", "year", "year <="],
  ["kmMin", "km", "km >="],
  ["kmMax", "km", "km <="],
  ["priceMin", "price", "price >="],
  ["priceMax", "price", "price <="],
  ["engineCcMin", "engine", "engine_cc >="],
  ["engineCcMax", "engine", "engine_cc <="],
  ["powerHpMin", "power", "power_hp >="],
  ["powerHpMax", "power", "power_hp <="],
  ["maxPaintedPanels", null, "painted_panels <="],
  ["trustMin", null, "trust >="],
] as const;

const FLAGS = [
  ["flawless", "flawless"],
  ["warranty", "warranty"],
  ["tradeIn", "trade_in"],
  ["hasPhotos", "has_photos"],
] as const;

function addFilters(filters: MarketplaceFilters, add: Add): void {
  for (const [key, facet, field] of LISTS) {
    const values = filters[key];
    if (!values || values.length === 0) continue;
    add(facet, `${field} IN [${values.map(quoted).join(", ")}]`);
  }
  for (const [key, facet, comparison] of RANGES) {
    const value = filters[key];
    if (value !== undefined) add(facet, `${comparison} ${value}`);
  }
  if (filters.priceMin !== undefined || filters.priceMax !== undefined) {
    add("price", `price < ${UNCOMPARABLE_PRICE}`);
  }
  for (const [key, field] of FLAGS) {
    const value = filters[key];
    if (value !== undefined) add(null, `${field} = ${value}`);
  }
  const { listedSinceDays, galleryId, near } = filters;
  if (near) {
    const codes = provincesWithin(near.provinceCode, near.km);
    add(null, `province IN [${codes.map(quoted).join(", ")}]`);
  }
  if (listedSinceDays !== undefined) {
    add(null, `published >= ${Date.now() - listedSinceDays * DAY_MS}`);
  }
  if (galleryId !== undefined) add(null, `gallery_id = ${quoted(galleryId)}`);
}

/** The filters of a request, whole or as a facet sees them. */
export class MeiliConditions {
  readonly #conditions: Condition[] = [];

  constructor(request: SearchRequest) {
    const add: Add = (facet, filter) => this.#conditions.push({ facet, filter });
    if (request.publicOnly) add(null, "public = true");
    const { excludeGalleryId } = request;
    if (excludeGalleryId) add(null, `gallery_id != ${quoted(excludeGalleryId)}`);
    addFilters(request.filters ?? {}, add);
  }

  /** True when the facet has a filter of its own. */
  isFiltered(facet: Facet): boolean {
    return this.#conditions.some((condition) => condition.facet === facet);
  }

  /** Expressions that must all hold; `except` leaves out one facet's. */
  filters(except?: Facet): string[] {
    return this.#conditions
      .filter(({ facet }) => facet === null || facet !== except)
      .map(({ filter }) => filter);
  }
}
