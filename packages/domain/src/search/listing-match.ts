import { provincesWithin } from "../geo";
import type { Money } from "../money";
import type { MarketplaceFilters } from "../query";
import type { BodyType, Color, DamageStatus, Drivetrain, Fuel, Transmission } from "../values";

/** What filters ask of a listing. */
export interface MatchableListing {
  readonly galleryId: string;
  readonly galleryTrust: number | null;
  readonly makeId: string;
  readonly seriesId: string;
  readonly modelId: string | null;
  readonly trimId: string | null;
  readonly modelYear: number;
  readonly mileageKm: number;
  readonly price: Money;
  /** The price in kuruş where it is asked in another currency; prices without one cannot be compared. */
  readonly priceTry?: number | undefined;
  readonly fuel: Fuel;
  readonly transmission: Transmission;
  readonly bodyType: BodyType;
  readonly drivetrain: Drivetrain | null;
  readonly color: Color;
  readonly engineCc: number | null;
  readonly powerHp: number | null;
  readonly provinceCode: number;
  readonly district: string;
  readonly paintedPanels: number;
  readonly flawless: boolean;
  readonly damageStatus: DamageStatus;
  readonly warranty: boolean;
  readonly tradeIn: boolean;
  readonly photoCount: number;
  /** ISO instant. */
  readonly publishedAt: string;
}

const DAY_MS = 86_400_000;

/** The price in kuruş that filters compare; null when there is none. */
export function comparableAmount({ price, priceTry }: MatchableListing): number | null {
  return price.currency === "TRY" ? price.amount : (priceTry ?? null);
}

const LISTS = [
  ["makeIds", "makeId"],
  ["seriesIds", "seriesId"],
  ["modelIds", "modelId"],
  ["trimIds", "trimId"],
  ["fuels", "fuel"],
  ["transmissions", "transmission"],
  ["bodyTypes", "bodyType"],
  ["drivetrains", "drivetrain"],
  ["colors", "color"],
  ["provinceCodes", "provinceCode"],
  ["districts", "district"],
  ["damageStatuses", "damageStatus"],
] as const satisfies readonly (readonly [keyof MarketplaceFilters, keyof MatchableListing])[];

function fitsLists(listing: MatchableListing, filters: MarketplaceFilters): boolean {
  return LISTS.every(([key, field]) => {
    const wanted: readonly unknown[] = filters[key] ?? [];
    return wanted.length === 0 || wanted.includes(listing[field]);
  });
}

/** Within bounds; what is unknown fits no bound. */
function within(
  value: number | null,
  min: number | undefined,
  max: number | undefined = undefined,
): boolean {
  if (min === undefined && max === undefined) return true;
  return value !== null && value >= (min ?? value) && value <= (max ?? value);
}

function fitsRanges(listing: MatchableListing, filters: MarketplaceFilters): boolean {
  return (
    within(listing.modelYear, filters.yearMin, filters.yearMax) &&
    within(listing.mileageKm, filters.kmMin, filters.kmMax) &&
    within(comparableAmount(listing), filters.priceMin, filters.priceMax) &&
    within(listing.engineCc, filters.engineCcMin, filters.engineCcMax) &&
    within(listing.powerHp, filters.powerHpMin, filters.powerHpMax) &&
    within(listing.paintedPanels, undefined, filters.maxPaintedPanels) &&
    within(listing.galleryTrust, filters.trustMin)
  );
}

function fitsFlags(listing: MatchableListing, filters: MarketplaceFilters): boolean {
  const { flawless, hasPhotos, tradeIn, warranty } = filters;
  return (
    (flawless ?? listing.flawless) === listing.flawless &&
    (warranty ?? listing.warranty) === listing.warranty &&
    (tradeIn ?? listing.tradeIn) === listing.tradeIn &&
    (hasPhotos ?? listing.photoCount > 0) === listing.photoCount > 0
  );
}

/**
 * Whether a listing passes filters, exactly as both search engines apply them (one parity suite
 * compares all three). Words are another matter: `hasWords`.
 */
export function matchesFilters(
  listing: MatchableListing,
  filters: MarketplaceFilters,
  now: Date,
): boolean {
  const { galleryId, listedSinceDays, near } = filters;
  if (galleryId !== undefined && listing.galleryId !== galleryId) return false;
  if (listedSinceDays !== undefined) {
    const since = now.getTime() - listedSinceDays * DAY_MS;
    if (Date.parse(listing.publishedAt) < since) return false;
  }
  if (near && !provincesWithin(near.provinceCode, near.km).includes(listing.provinceCode)) {
    return false;
  }
  return fitsLists(listing, filters) && fitsRanges(listing, filters) && fitsFlags(listing, filters);
}
