import type { MarketplaceFilters } from "@oto/domain";
import {
  bodyTypeField,
  colorField,
  damageStatusField,
  drivetrainField,
  fuelField,
  MAX_DISTANCE_KM,
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

/** How what was found is shown. */
export const MARKET_VIEWS = ["cards", "table", "map"] as const;
export type MarketViewName = (typeof MARKET_VIEWS)[number];

/** The search as it stands in the address. Prices are whole units of TRY there. */
export const marketParsers = {
  q: parseAsString.withDefault(""),
  sort: parseAsStringLiteral(SORTS),
  view: parseAsStringLiteral(MARKET_VIEWS).withDefault("cards"),
  make: list,
  series: list,
  model: list,
  trim: list,
  fuel: list,
  transmission: list,
  bodyType: list,
  drivetrain: list,
  color: list,
  province: list,
  damage: list,
  yearMin: parseAsInteger,
  yearMax: parseAsInteger,
  kmMin: parseAsInteger,
  kmMax: parseAsInteger,
  priceMin: parseAsInteger,
  priceMax: parseAsInteger,
  engineMin: parseAsInteger,
  engineMax: parseAsInteger,
  powerMin: parseAsInteger,
  powerMax: parseAsInteger,
  maxPaintedPanels: parseAsInteger,
  trustMin: parseAsInteger,
  near: parseAsInteger,
  nearKm: parseAsInteger,
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
  "model",
  "trim",
  "fuel",
  "transmission",
  "bodyType",
  "drivetrain",
  "color",
  "province",
  "damage",
] as const;
export type ListParam = (typeof LIST_PARAMS)[number];

export const RANGE_PARAMS = ["price", "year", "km", "engine", "power"] as const;
export type RangeParam = (typeof RANGE_PARAMS)[number];

/** The two ends of a range, by their names in the address. */
export const RANGE_ENDS = {
  price: ["priceMin", "priceMax"],
  year: ["yearMin", "yearMax"],
  km: ["kmMin", "kmMax"],
  engine: ["engineMin", "engineMax"],
  power: ["powerMin", "powerMax"],
} as const satisfies Record<RangeParam, readonly [keyof MarketState, keyof MarketState]>;

export const FLAG_PARAMS = ["flawless", "warranty", "tradeIn", "hasPhotos"] as const;

/** The filter of the API that a list stands for. */
export const LIST_FILTER = {
  make: "makeIds",
  series: "seriesIds",
  model: "modelIds",
  trim: "trimIds",
  fuel: "fuels",
  transmission: "transmissions",
  bodyType: "bodyTypes",
  drivetrain: "drivetrains",
  color: "colors",
  province: "provinceCodes",
  damage: "damageStatuses",
} as const satisfies Record<ListParam, keyof MarketplaceFilters>;

/** A search that asks for nothing. */
export const EMPTY_STATE = {
  ...Object.fromEntries(Object.keys(marketParsers).map((key) => [key, null])),
  q: "",
  view: "cards",
} as MarketState;

const NOT_A_FILTER = ["q", "sort", "view"];

/** Everything but the words, the order and the view, taken out. */
export const NO_FILTERS = Object.fromEntries(
  Object.keys(marketParsers)
    .filter((key) => !NOT_A_FILTER.includes(key))
    .map((key) => [key, null]),
) as MarketChange;

/** Kuruş in a lira: prices are whole lira in the address, kuruş in the API. */
export const MINOR = 100;

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
const distance = z.number().int().min(1).max(MAX_DISTANCE_KM);
const share = z.number().int().min(0).max(100);

function nearOf({ near, nearKm }: MarketState): MarketplaceFilters["near"] {
  const centre = province.safeParse(near);
  const km = distance.safeParse(nearKm);
  return centre.success && km.success ? { provinceCode: centre.data, km: km.data } : undefined;
}

/** The filters of the API for an address, whatever somebody has typed into it. */
export function filtersOf(state: MarketState): MarketplaceFilters {
  const [priceMin, priceMax] = bounds(state.priceMin, state.priceMax, MINOR);
  const [yearMin, yearMax] = bounds(state.yearMin, state.yearMax);
  const [kmMin, kmMax] = bounds(state.kmMin, state.kmMax);
  const [engineCcMin, engineCcMax] = bounds(state.engineMin, state.engineMax);
  const [powerHpMin, powerHpMax] = bounds(state.powerMin, state.powerMax);
  return {
    makeIds: known(id, state.make),
    seriesIds: known(id, state.series),
    modelIds: known(id, state.model),
    trimIds: known(id, state.trim),
    fuels: known(fuelField, state.fuel),
    transmissions: known(transmissionField, state.transmission),
    bodyTypes: known(bodyTypeField, state.bodyType),
    drivetrains: known(drivetrainField, state.drivetrain),
    colors: known(colorField, state.color),
    provinceCodes: known(province, state.province),
    near: nearOf(state),
    damageStatuses: known(damageStatusField, state.damage),
    priceMin,
    priceMax,
    yearMin,
    yearMax,
    kmMin,
    kmMax,
    engineCcMin,
    engineCcMax,
    powerHpMin,
    powerHpMax,
    trustMin: share.safeParse(state.trustMin).data,
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
