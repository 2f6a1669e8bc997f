"use client";

import { VEHICLE_STATUSES } from "@oto/domain";
import { parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";

export const STOCK_SORTS = [
  "newest",
  "oldest",
  "updated",
  "priceAsc",
  "priceDesc",
  "kmAsc",
  "kmDesc",
  "yearDesc",
  "yearAsc",
] as const;
export type StockSort = (typeof STOCK_SORTS)[number];
export const STOCK_VIEWS = ["kart", "tablo"] as const;

const PARSERS = {
  q: parseAsString.withDefault(""),
  durum: parseAsStringLiteral(VEHICLE_STATUSES),
  marka: parseAsString,
  fiyatMin: parseAsInteger,
  fiyatMax: parseAsInteger,
  yilMin: parseAsInteger,
  yilMax: parseAsInteger,
  kmMin: parseAsInteger,
  kmMax: parseAsInteger,
  sirala: parseAsStringLiteral(STOCK_SORTS).withDefault("newest"),
  gorunum: parseAsStringLiteral(STOCK_VIEWS).withDefault("kart"),
};

/** Everything that narrows or orders the list lives in the address: shareable, and back works. */
export function useStockFilters() {
  const [filters, setFilters] = useQueryStates(PARSERS, { history: "replace" });
  return { filters, setFilters };
}

export type StockFilters = ReturnType<typeof useStockFilters>["filters"];
export type SetStockFilters = ReturnType<typeof useStockFilters>["setFilters"];
