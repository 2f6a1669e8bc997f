import { provincesWithin } from "../geo";
import type { MarketplaceFilters } from "../query";
import type { MatchableListing } from "../search";

/** The key of searches that name nothing selective: every listing looks them up. */
export const ANY_KEY = "any";

const KINDS = [
  ["trimIds", "trim", "trimId"],
  ["modelIds", "model", "modelId"],
  ["seriesIds", "series", "seriesId"],
  ["makeIds", "make", "makeId"],
  ["provinceCodes", "province", "provinceCode"],
  ["bodyTypes", "body", "bodyType"],
  ["colors", "color", "color"],
  ["fuels", "fuel", "fuel"],
] as const satisfies readonly (readonly [
  keyof MarketplaceFilters,
  string,
  keyof MatchableListing,
])[];

/**
 * The keys that a saved search is filed under: those of its most selective choice. Whatever listing
 * matches the filters has one of them among its own (`listingKeys`), so a new listing is compared
 * with few searches out of very many.
 */
export function searchKeys(filters: MarketplaceFilters): string[] {
  if (filters.galleryId !== undefined) return [`gallery:${filters.galleryId}`];
  for (const [list, kind] of KINDS) {
    const chosen: readonly (string | number)[] = filters[list] ?? [];
    if (chosen.length > 0) return [...new Set(chosen.map((value) => `${kind}:${value}`))];
    if (kind === "province" && filters.near) {
      const { km, provinceCode } = filters.near;
      return provincesWithin(provinceCode, km).map((code) => `${kind}:${code}`);
    }
  }
  return [ANY_KEY];
}

/** All keys that a search which matches this listing may be filed under. */
export function listingKeys(listing: MatchableListing): string[] {
  const own = KINDS.flatMap(([, kind, field]) => {
    const value = listing[field];
    return value === null ? [] : [`${kind}:${value}`];
  });
  return [`gallery:${listing.galleryId}`, ...own, ANY_KEY];
}

/** The bounds that are looked at before a search is read at all. */
export interface KeyBounds {
  readonly yearMin: number | null;
  readonly yearMax: number | null;
  readonly kmMax: number | null;
  /** Kuruş. */
  readonly priceMin: number | null;
  readonly priceMax: number | null;
}

export function keyBounds(filters: MarketplaceFilters): KeyBounds {
  const { kmMax, priceMax, priceMin, yearMax, yearMin } = filters;
  return {
    yearMin: yearMin ?? null,
    yearMax: yearMax ?? null,
    kmMax: kmMax ?? null,
    priceMin: priceMin ?? null,
    priceMax: priceMax ?? null,
  };
}
