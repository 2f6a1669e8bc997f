"use client";

import { useQueryStates } from "nuqs";
import { searchParsers, searchUrlKeys } from "./search-params";

/** The search of this page, and how to change it; the address follows. */
export function useSearch() {
  const [params, setParams] = useQueryStates(searchParsers, {
    urlKeys: searchUrlKeys,
    history: "push",
    shallow: true,
    scroll: false,
  });
  const clear = () => setParams({ ...CLEARED, q: params.q, sort: params.sort });
  return { params, setParams, clear };
}

const CLEARED = {
  make: null,
  series: null,
  fuel: null,
  transmission: null,
  bodyType: null,
  drivetrain: null,
  color: null,
  province: null,
  yearMin: null,
  yearMax: null,
  priceMin: null,
  priceMax: null,
  kmMin: null,
  kmMax: null,
  flawless: null,
  warranty: null,
  tradeIn: null,
  hasPhotos: null,
} as const;
