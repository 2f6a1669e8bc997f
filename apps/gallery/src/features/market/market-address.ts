import type { MarketplaceFilters, Sort } from "@oto/domain";
import { createSerializer } from "nuqs";
import type { MarketChange } from "./market-params";
import { LIST_FILTER, LIST_PARAMS, MINOR, marketParsers, NO_FILTERS } from "./market-params";

interface KeptSearch {
  q?: string | null | undefined;
  filters?: MarketplaceFilters | undefined;
  sort?: Sort | undefined;
}

const price = (amount: number | undefined): number | null =>
  amount === undefined ? null : Math.round(amount / MINOR);

/** The whole search of the address that stands for a search of the API; the rest is taken out. */
export function changeOf({ filters = {}, q, sort }: KeptSearch): MarketChange {
  const lists = LIST_PARAMS.map((param) => {
    const values = filters[LIST_FILTER[param]]?.map(String);
    return [param, values && values.length > 0 ? values : null] as const;
  });
  return {
    ...NO_FILTERS,
    ...Object.fromEntries(lists),
    q: q || null,
    sort: sort ?? null,
    priceMin: price(filters.priceMin),
    priceMax: price(filters.priceMax),
    yearMin: filters.yearMin ?? null,
    yearMax: filters.yearMax ?? null,
    kmMin: filters.kmMin ?? null,
    kmMax: filters.kmMax ?? null,
    engineMin: filters.engineCcMin ?? null,
    engineMax: filters.engineCcMax ?? null,
    powerMin: filters.powerHpMin ?? null,
    powerMax: filters.powerHpMax ?? null,
    trustMin: filters.trustMin ?? null,
    near: filters.near?.provinceCode ?? null,
    nearKm: filters.near?.km ?? null,
    maxPaintedPanels: filters.maxPaintedPanels ?? null,
    listedSinceDays: filters.listedSinceDays ?? null,
    flawless: filters.flawless || null,
    warranty: filters.warranty || null,
    tradeIn: filters.tradeIn || null,
    hasPhotos: filters.hasPhotos || null,
    gallery: filters.galleryId ?? null,
  };
}

const serialize = createSerializer(marketParsers);

/** The address of the market with a search in it. */
export const marketHref = (change: MarketChange): string => serialize("/pazar", change);
