"use client";

import { toast } from "@oto/ui";
import { useTranslations } from "next-intl";
import { parseAsString, useQueryState } from "nuqs";
import { useEffect, useRef } from "react";
import { changeOf } from "../market/market-address";
import type { MarketChange } from "../market/market-params";
import { useSavedSearches } from "./use-saved-searches";
import { useSearchMoves } from "./use-search-moves";

/**
 * Runs the saved search that the address names (`?arama=`, as notifications and the list of saved
 * searches link to it): its filters take the place of its id, and what it had found is seen.
 */
export function useOpenedSearch(change: (next: MarketChange) => void): void {
  const t = useTranslations("searches");
  const [id, setId] = useQueryState("arama", parseAsString);
  const { data } = useSavedSearches();
  const { markSeen } = useSearchMoves();
  const opened = useRef<string | null>(null);
  useEffect(() => {
    if (id === null || data === undefined || opened.current === id) return;
    opened.current = id;
    const saved = data.items.find(({ savedSearchId }) => savedSearchId === id);
    if (saved === undefined) {
      toast.error(t("missing"));
    } else {
      change(changeOf({ q: saved.q, filters: saved.filters, sort: "newest" }));
      if (saved.newMatches > 0) markSeen.mutate({ savedSearchId: id });
    }
    void setId(null);
  }, [id, data, change, markSeen, setId, t]);
}
