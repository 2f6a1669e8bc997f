"use client";

import { useSyncExternalStore } from "react";
import type { ComparedEntry } from "./compare-basket";
import {
  comparedEntries,
  keepEntries,
  MOST_COMPARED,
  noEntries,
  toggled,
  watchEntries,
} from "./compare-basket";

/** The vehicles put aside for comparing, kept by the browser. */
export function useCompareBasket() {
  const items = useSyncExternalStore(watchEntries, comparedEntries, noEntries);
  return {
    items,
    full: items.length >= MOST_COMPARED,
    has: (vehicleId: string) => items.some((item) => item.vehicleId === vehicleId),
    toggle: (entry: ComparedEntry) => keepEntries(toggled(comparedEntries(), entry)),
    clear: () => keepEntries([]),
  };
}
