import {
  BODY_TYPES,
  COLORS,
  DRIVETRAINS,
  FUELS,
  MAX_QUERY_LENGTH,
  marketplaceSearchInput,
  SORTS,
  TRANSMISSIONS,
} from "@oto/domain";
import type { inferParserType } from "nuqs/server";
import {
  parseAsArrayOf,
  parseAsBoolean,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";

const choices = <T extends string>(values: readonly T[]) =>
  parseAsArrayOf(parseAsStringLiteral(values)).withDefault([]);
const ids = parseAsArrayOf(parseAsString).withDefault([]);

/** The search as it stands in the address. Prices are whole lira there. */
export const searchParsers = {
  q: parseAsString.withDefault(""),
  make: ids,
  series: ids,
  fuel: choices(FUELS),
  transmission: choices(TRANSMISSIONS),
  bodyType: choices(BODY_TYPES),
  drivetrain: choices(DRIVETRAINS),
  color: choices(COLORS),
  province: parseAsArrayOf(parseAsInteger).withDefault([]),
  yearMin: parseAsInteger,
  yearMax: parseAsInteger,
  priceMin: parseAsInteger,
  priceMax: parseAsInteger,
  kmMin: parseAsInteger,
  kmMax: parseAsInteger,
  flawless: parseAsBoolean.withDefault(false),
  warranty: parseAsBoolean.withDefault(false),
  tradeIn: parseAsBoolean.withDefault(false),
  hasPhotos: parseAsBoolean.withDefault(false),
  sort: parseAsStringLiteral(SORTS),
};
export type SearchParams = inferParserType<typeof searchParsers>;

/** Names of the parameters in addresses. */
export const searchUrlKeys = {
  make: "marka",
  series: "seri",
  fuel: "yakit",
  transmission: "vites",
  bodyType: "kasa",
  drivetrain: "cekis",
  color: "renk",
  province: "il",
  yearMin: "yilMin",
  yearMax: "yilMax",
  priceMin: "fiyatMin",
  priceMax: "fiyatMax",
  flawless: "hatasiz",
  warranty: "garanti",
  tradeIn: "takas",
  hasPhotos: "fotografli",
  sort: "sirala",
} as const;

/** Filters that are lists, with the name of their list in the API's input. */
export const LIST_FILTERS = {
  make: "makeIds",
  series: "seriesIds",
  fuel: "fuels",
  transmission: "transmissions",
  bodyType: "bodyTypes",
  drivetrain: "drivetrains",
  color: "colors",
  province: "provinceCodes",
} as const;
export type ListFilter = keyof typeof LIST_FILTERS;
export const RANGES = ["year", "price", "km"] as const;
export type RangeName = (typeof RANGES)[number];
export const SWITCHES = ["flawless", "warranty", "tradeIn", "hasPhotos"] as const;

const KURUS = 100;

/** One bound of the address; a reversed pair of bounds is put the right way round. */
function bounds(params: SearchParams, range: RangeName): Record<string, number> {
  const low = params[`${range}Min`];
  const high = params[`${range}Max`];
  const scale = range === "price" ? KURUS : 1;
  const [from, to] = low !== null && high !== null && low > high ? [high, low] : [low, high];
  return {
    ...(from === null ? {} : { [`${range}Min`]: from * scale }),
    ...(to === null ? {} : { [`${range}Max`]: to * scale }),
  };
}

/** The API's input for an address; what an address spoils is left out rather than refused. */
export function toSearchInput(params: SearchParams) {
  const filters: Record<string, unknown> = {};
  for (const [name, list] of Object.entries(LIST_FILTERS)) {
    const values = params[name as ListFilter];
    if (values.length > 0) filters[list] = values;
  }
  for (const range of RANGES) Object.assign(filters, bounds(params, range));
  for (const name of SWITCHES) if (params[name]) filters[name] = true;
  const typed = params.q.trim().slice(0, MAX_QUERY_LENGTH);
  const raw = {
    ...(typed === "" ? {} : { q: typed }),
    ...(Object.keys(filters).length === 0 ? {} : { filters }),
    ...(params.sort === null ? {} : { sort: params.sort }),
  };
  const parsed = marketplaceSearchInput.safeParse(raw);
  return parsed.success
    ? parsed.data
    : marketplaceSearchInput.parse(typed === "" ? {} : { q: typed });
}
export type SearchInput = ReturnType<typeof toSearchInput>;

/** How many filters are on. */
export function activeFilters(params: SearchParams): number {
  const lists = Object.keys(LIST_FILTERS).filter(
    (name) => params[name as ListFilter].length > 0,
  ).length;
  const ranges = RANGES.filter(
    (range) => params[`${range}Min`] !== null || params[`${range}Max`] !== null,
  ).length;
  return lists + ranges + SWITCHES.filter((name) => params[name]).length;
}

/** The API's input for what one gallery has on sale. */
export function toGallerySearch(galleryId: string): SearchInput {
  return marketplaceSearchInput.parse({ filters: { galleryId }, sort: "newest" });
}
