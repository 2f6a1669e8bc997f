import { readFileSync } from "node:fs";
import type { MarketplaceFilters } from "../marketplace-filters";
import { RANGE_FILTERS } from "../marketplace-filters";
import type { QueryCatalog } from "../query-catalog";

const lines = (name: string): string[] =>
  readFileSync(new URL(name, import.meta.url), "utf8")
    .split("\n")
    .slice(1)
    .filter((line) => line !== "" && !line.startsWith("#"));

/** The makes, series and badged versions of the platform's catalogue; their slugs are their ids. */
export function corpusCatalog(): QueryCatalog {
  const makes = lines("catalogue.csv").map((line) => {
    const [slug = "", name = "", aliases = "", series = ""] = line.split(";");
    return { slug, name, aliases: aliases.split(",").filter(Boolean), series };
  });
  const models = lines("models.csv").flatMap((line) => {
    const [series = "", names = ""] = line.split(";");
    return names.split("|").map((name) => {
      const slug = name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
      return { id: `${series}/${slug}`, seriesId: series, name };
    });
  });
  return {
    models,
    makes: makes.map(({ aliases, name, slug }) => ({ id: slug, name, slug, aliases })),
    series: makes.flatMap(({ series, slug: make }) =>
      series
        .split(",")
        .filter(Boolean)
        .map((each) => {
          const [slug = "", name = ""] = each.split("=");
          return { id: `${make}/${slug}`, makeId: make, name, slug };
        }),
    ),
  };
}

const RANGE_NAMES = ["year", "km", "price", "cc", "hp"] as const;

function wroteRanges(filters: MarketplaceFilters): string[] {
  return RANGE_FILTERS.flatMap(([min, max], at) => {
    const [low, high] = [filters[min], filters[max]];
    if (low === undefined && high === undefined) return [];
    const size = min === "priceMin" ? 100 : 1;
    const shown = (value: number | undefined) => (value === undefined ? "" : String(value / size));
    return [`${RANGE_NAMES[at]}=${shown(low)}..${shown(high)}`];
  });
}

const LISTS = [
  ["makeIds", "make"],
  ["seriesIds", "series"],
  ["modelIds", "model"],
  ["fuels", "fuel"],
  ["transmissions", "gearbox"],
  ["bodyTypes", "body"],
  ["drivetrains", "drive"],
  ["colors", "color"],
  ["provinceCodes", "province"],
  ["districts", "district"],
  ["damageStatuses", "damage"],
] as const;
const VALUES = [
  "flawless",
  "maxPaintedPanels",
  "warranty",
  "tradeIn",
  "hasPhotos",
  "listedSinceDays",
  "trustMin",
] as const;

/** Filters as a line of the table writes them; prices in lira. */
export function writeReading(filters: MarketplaceFilters): string {
  const lists = LISTS.flatMap(([key, name]) => {
    const values = filters[key];
    return values ? [`${name}=${values.join(",")}`] : [];
  });
  const values = VALUES.flatMap((key) =>
    filters[key] === undefined ? [] : [`${key}=${String(filters[key])}`],
  );
  const { near } = filters;
  const around = near ? [`near=${near.provinceCode}..${near.km}`] : [];
  return [...lists, ...wroteRanges(filters), ...around, ...values].join(" ");
}

/** The hand-written table: a query, what it means, and the words that are left. */
export const corpusLines = (): (readonly [query: string, reading: string, rest: string])[] =>
  lines("queries.csv").map((line) => {
    const [query = "", reading = "", rest = ""] = line.split(";");
    return [query, reading, rest];
  });
