import { MAX_AMOUNT } from "../money";
import { FIRST_MODEL_YEAR, MAX_MILEAGE_KM } from "../vehicle";
import type { Bounds } from "./bounds";
import type { MarketplaceFilters } from "./marketplace-filters";
import type { Quantity } from "./quantity";

export type NumberKind = "year" | "km" | "price" | "engine" | "power";

/** Later "years" are model names or amounts. */
const LAST_YEAR = 2039;
/** Between what odometers show and what cars cost: `150 bin` is a mileage, `900 bin` a price. */
const PRICE_FROM = 400_000;
const SMALLEST_BARE_AMOUNT = 10_000;
/** How far an engine may lie from its rounded litres: 1.6 is 1550 to 1649 cm³. */
const LITRE_TOLERANCE_CC = 50;
/** A power that stands alone means itself give or take this much: 150 hp is often 147 or 149. */
export const POWER_TOLERANCE_HP = 3;

function isYear(value: number): boolean {
  return Number.isInteger(value) && value >= FIRST_MODEL_YEAR && value <= LAST_YEAR;
}

/** `19 model` → 2019, `98 model` → 1998. */
function fullYear(value: number): number {
  if (value >= 100) return value;
  return value < 40 ? 2000 + value : 1900 + value;
}

function kindByUnit(quantity: Quantity): NumberKind | null {
  const { unit, value } = quantity;
  if (unit === "km") return value <= MAX_MILEAGE_KM ? "km" : null;
  if (unit === "tl") return value * 100 <= MAX_AMOUNT ? "price" : null;
  if (unit === "hp") return value > 0 && value <= 2500 ? "power" : null;
  if (unit === "litre") return value >= 0.5 && value <= 9 ? "engine" : null;
  if (unit === "cc") return value >= 50 && value <= 12_000 ? "engine" : null;
  if (unit === "model") return isYear(fullYear(value)) ? "year" : null;
  return null;
}

/** What a number is about; null when nothing can be told. */
function kindOf(quantity: Quantity): NumberKind | null {
  if (quantity.unit !== null) return kindByUnit(quantity);
  const { decimals, grouped, scale, value } = quantity;
  if (scale === 1 && decimals === 0 && !grouped && isYear(value)) return "year";
  if (scale === 1 && decimals === 1 && value >= 0.6 && value <= 8.9) return "engine";
  if (value < SMALLEST_BARE_AMOUNT || (scale === 1 && decimals > 0)) return null;
  if (value < PRICE_FROM) return "km";
  return value * 100 <= MAX_AMOUNT ? "price" : null;
}

function cubic(quantity: Quantity): number {
  return quantity.unit === "cc" || quantity.value > 9 ? quantity.value : quantity.value * 1000;
}

function engineFilters(bounds: Bounds): MarketplaceFilters {
  const exact = (bounds.low ?? bounds.high)?.unit === "cc";
  const slack = exact ? 0 : LITRE_TOLERANCE_CC;
  const low = bounds.low ? Math.round(cubic(bounds.low)) - slack : undefined;
  const high = bounds.high ? Math.round(cubic(bounds.high)) + Math.max(0, slack - 1) : undefined;
  return pair("engineCcMin", low, "engineCcMax", high);
}

function pair(
  ...[minKey, min, maxKey, max]: [
    keyof MarketplaceFilters,
    number | undefined,
    keyof MarketplaceFilters,
    number | undefined,
  ]
): MarketplaceFilters {
  return {
    ...(min === undefined ? {} : { [minKey]: min }),
    ...(max === undefined ? {} : { [maxKey]: max }),
  };
}

/** A number alone: years and powers mean themselves, mileages and prices mean "up to". */
function filtersOf(kind: NumberKind, bounds: Bounds): MarketplaceFilters {
  const low = bounds.low?.value;
  const high = bounds.high?.value;
  const floor = bounds.bare ? undefined : low;
  if (kind === "engine") return engineFilters(bounds);
  if (kind === "year") {
    const year = (value: number | undefined) => (value === undefined ? value : fullYear(value));
    return pair("yearMin", year(low), "yearMax", year(high));
  }
  if (kind === "km") {
    const whole = (value: number | undefined) => (value === undefined ? value : Math.round(value));
    return pair("kmMin", whole(floor), "kmMax", whole(high));
  }
  if (kind === "price") {
    const minor = (value: number | undefined) =>
      value === undefined ? value : Math.round(value * 100);
    return pair("priceMin", minor(floor), "priceMax", minor(high));
  }
  const slack = bounds.bare ? POWER_TOLERANCE_HP : 0;
  return pair(
    "powerHpMin",
    low === undefined ? low : Math.max(0, Math.round(low) - slack),
    "powerHpMax",
    high === undefined ? high : Math.round(high) + slack,
  );
}

/** The filters that numbers of a query stand for; null when they are about something else. */
export function readNumberFilters(
  bounds: Bounds,
): { kind: NumberKind; filters: MarketplaceFilters } | null {
  const { high, low } = bounds;
  const kinds = [low, high].flatMap((quantity) => (quantity ? [kindOf(quantity)] : []));
  // The upper number decides: in `1.200.000 - 1,5 milyon` and `50-150 bin` it carries the size.
  const kind = kinds.at(-1) ?? null;
  if (kind === null) return null;
  if (kinds.length === 2 && kinds[0] !== kind && low?.unit !== high?.unit) return null;
  if (kind === "year" && kinds[0] !== "year") return null;
  return { kind, filters: filtersOf(kind, bounds) };
}
