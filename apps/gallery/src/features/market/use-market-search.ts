"use client";

import type { Sort } from "@oto/domain";
import { hasChip, withoutChip } from "@oto/domain";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { useCallback, useMemo } from "react";
import { useTRPC } from "../../trpc";
import type { ListParam, MarketChange } from "./market-params";
import { filtersOf, LIST_FILTER, marketParsers, wordsOf } from "./market-params";
import type { UnderstoodChip } from "./market-views";

/** What a choice takes with it: a series hangs on its make, a model on its series, a trim on its model. */
const HANGING: Partial<Record<ListParam, readonly ("series" | "model" | "trim")[]>> = {
  make: ["series", "model", "trim"],
  series: ["model", "trim"],
  model: ["trim"],
};

/** Coming back to a list finds it as it was left. */
const KEEP_MS = 5 * 60_000;

/** The search of the address, its answer, and how to change it. */
export function useMarketSearch() {
  const trpc = useTRPC();
  const [state, setState] = useQueryStates(marketParsers, { history: "replace" });
  const filters = useMemo(() => filtersOf(state), [state]);
  const query = useInfiniteQuery(
    trpc.marketplace.search.infiniteQueryOptions(
      { q: wordsOf(state), filters, sort: state.sort ?? undefined, limit: 24 },
      {
        getNextPageParam: (page) => page.nextCursor,
        placeholderData: keepPreviousData,
        staleTime: KEEP_MS,
        gcTime: 2 * KEEP_MS,
      },
    ),
  );
  const first = query.data?.pages[0];
  // The last answer stays until the next one is here; what its words meant goes with its words.
  const understood = (first?.understood ?? []).filter((chip) => hasChip(state.q, chip));
  const change = useCallback((next: MarketChange) => void setState(next), [setState]);
  const forget = (chips: readonly UnderstoodChip[]): string =>
    chips.reduce((words, chip) => withoutChip(words, chip), state.q);
  const meant = (key: ListParam) => understood.filter((chip) => chip.key === key);
  const sort: Sort = state.sort ?? (state.q === "" ? "newest" : "relevance");
  return {
    state,
    /** The order in use: without words nothing is more relevant than what is new. */
    sort: sort === "relevance" && state.q === "" ? ("newest" as const) : sort,
    query,
    items: query.data?.pages.flatMap((page) => page.items) ?? [],
    total: first?.total,
    totalIsExact: first?.totalIsExact ?? true,
    facets: first?.facets,
    understood,
    change,
    /** Takes the words of a chip out of the query. */
    dropChip: (chip: UnderstoodChip) => change({ q: forget([chip]) }),
    /** What a list filters by: chosen by hand, or read out of the words. */
    chosen: (param: ListParam): string[] => {
      const byHand = state[param];
      if (byHand !== null || meant(param).length === 0) return byHand ?? [];
      return (first?.filters[LIST_FILTER[param]] ?? []).map(String);
    },
    /** Sets a list; emptied, it also takes out the words that had filled it. */
    choose: (param: ListParam, values: readonly string[]) => {
      const next: MarketChange = { [param]: values.length > 0 ? [...values] : null };
      for (const hanging of HANGING[param] ?? []) next[hanging] = null;
      if (values.length === 0 && state[param] === null) next.q = forget(meant(param));
      change(next);
    },
  };
}

export type MarketSearch = ReturnType<typeof useMarketSearch>;
