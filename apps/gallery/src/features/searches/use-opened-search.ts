"use client";

import { toast } from "@oto/ui";
import { useRouter, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { changeOf, marketHref } from "../market/market-address";
import { useSavedSearches } from "./use-saved-searches";
import { useSearchMoves } from "./use-search-moves";

/**
 * Runs the saved search that the address names (`?arama=`, as notifications and the list of saved
 * searches link to it): its filters take the place of its id, and what it had found is seen. The
 * router does it, since an address written past it is lost when it is still on its way here.
 */
export function useOpenedSearch(): void {
  const t = useTranslations("searches");
  const router = useRouter();
  const id = useSearchParams().get("arama");
  const { data } = useSavedSearches();
  const { markSeen } = useSearchMoves();
  const opened = useRef<string | null>(null);
  useEffect(() => {
    if (id === null) opened.current = null;
    if (id === null || data === undefined || opened.current === id) return;
    opened.current = id;
    const saved = data.items.find(({ savedSearchId }) => savedSearchId === id);
    if (saved === undefined) {
      toast.error(t("missing"));
      router.replace("/pazar");
      return;
    }
    const { filters, newMatches, q } = saved;
    router.replace(marketHref(changeOf({ q, filters, sort: "newest" })));
    if (newMatches > 0) markSeen.mutate({ savedSearchId: id });
  }, [id, data, router, markSeen, t]);
}
