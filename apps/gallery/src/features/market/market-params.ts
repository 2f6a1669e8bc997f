import type { MarketplaceFilters } from "@oto/domain";
import {
  bodyTypeField,
  colorField,
  drivetrainField,
  fuelField,
  MAX_QUERY_LENGTH,
  SORTS,
  transmissionField,
} from "@oto/domain";
import type { inferParserType } from "nuqs";
import {
  parseAsArrayOf,
  parseAsBoolean,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs";
import { z } from "zod";

const list = parseAsArrayOf(parseAsString);

/** The search as it stands in the address. Prices are whole units of TRY there. */
export const marketParsers = {
  q: parseAsString.withDefault(""),
  sort: parseAsStringLiteral(SORTS),
  make: list,
  series: list,
  fuel: list,
  transmission: list,
  bodyType: list,
  drivetrain: list,
  color: list,
  province: list,
  yearMin: parseAsInteger,
  yearMax: parseAsInteger,
  kmMin: parseAsInteger,
  kmMax: parseAsInteger,
  priceMin: parseAsInteger,
  priceMax: parseAsInteger,
  maxPaintedPanels: parseAsInteger,
  listedSinceDays: parseAsInteger,
  flawless: parseAsBoolean,
  warranty: parseAsBoolean,
  tradeIn: parseAsBoolean,
  hasPhotos: parseAsBoolean,
  gallery: parseAsString,
};

export type MarketState = inferParserType<typeof marketParsers>;
/** A change of the search; null takes a part out. */
export type MarketChange = { [Key in keyof MarketState]?: MarketState[Key] | null };

/** Filters that are lists of choices, by the name they share with chips and facets. */
export const LIST_PARAMS = [
  "make",
  "series",
  "fuel",
  "transmission",
  "bodyType",
  "drivetrain",
  "color",
  "province",
] as const;
export type ListParam = (typeof LIST_PARAMS)[number];

export const RANGE_PARAMS = ["price", "year", "km"] as const;
export type RangeParam = (typeof RANGE_PARAMS)[number];

export const FLAG_PARAMS = ["flawless", "warranty", "tradeIn", "hasPhotos"] as const;

/** The filter of the API that a list stands for. */
export const LIST_FILTER = {
  make: "makeIds",
  series: "seriesIds",
  fuel: "fuels",
  transmission: "transmissions",
  bodyType: "bodyTypes",
  drivetrain: "drivetrains",
  color: "colors",
  province: "provinceCodes",
} as const satisfies Record<ListParam, keyof MarketplaceFilters>;

/** Everything but the words and the order, taken out. */
export const NO_FILTERS = Object.fromEntries(
  Object.keys(marketParsers)
    .filter((key) => key !== "q" && key !== "sort")
    .map((key) => [key, null]),
) as MarketChange;

const MINOR = 100;

/** What of a list from the address the API would take; nothing left means no filter. */
function known<T>(field: z.ZodType<T>, values: readonly string[] | null): T[] | undefined {
  const good = (values ?? []).flatMap((value) => {
    const parsed = field.safeParse(value);
    return parsed.success ? [parsed.data] : [];
  });
  return good.length > 0 ? good : undefined;
}

function bounds(low: number | null, high: number | null, unit = 1) {
  const [from, to] = low !== null && high !== null && low > high ? [high, low] : [low, high];
  const write = (value: number | null) => (value === null || value < 0 ? undefined : value * unit);
  return [write(from), write(to)] as const;
}

const id = z.uuid();
const province = z.coerce.number().int().min(1).max(81);

/** The filters of the API for an address, whatever somebody has typed into it. */
export function filtersOf(state: MarketState): MarketplaceFilters {
  const [priceMin, priceMax] = bounds(state.priceMin, state.priceMax, MINOR);
  const [yearMin, yearMax] = bounds(state.yearMin, state.yearMax);
  const [kmMin, kmMax] = bounds(state.kmMin, state.kmMax);
  return {
    makeIds: known(id, state.make),
    seriesIds: known(id, state.series),
    fuels: known(fuelField, state.fuel),
    transmissions: known(transmissionField, state.transmission),
    bodyTypes: known(bodyTypeField, state.bodyType),
    drivetrains: known(drivetrainField, state.drivetrain),
    colors: known(colorField, state.color),
    provinceCodes: known(province, state.province),
    priceMin,
    priceMax,
    yearMin,
    yearMax,
    kmMin,
    kmMax,
    maxPaintedPanels: state.maxPaintedPanels ?? undefined,
    listedSinceDays: state.listedSinceDays ?? undefined,
    flawless: state.flawless || undefined,
    warranty: state.warranty || undefined,
    tradeIn: state.tradeIn || undefined,
    hasPhotos: state.hasPhotos || undefined,
    galleryId: known(id, state.gallery === null ? null : [state.gallery])?.[0],
  };
}

/** The words as the API takes them. */
export const wordsOf = (state: MarketState): string | undefined =>
  state.q.trim().slice(0, MAX_QUERY_LENGTH) || undefined;
