"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useTRPC } from "../../trpc";
import type { SearchAnswer } from "../vehicle/listing.types";
import type { SearchInput } from "./search-params";

/** What the server has already found for the first paint. */
export interface FirstPage {
  input: SearchInput;
  answer: SearchAnswer;
}

/** The vehicles of a search, page after page; starts with what the server rendered. */
export function useListings(input: SearchInput, first: FirstPage | null) {
  const trpc = useTRPC();
  const rendered = first !== null && JSON.stringify(first.input) === JSON.stringify(input);
  const query = useInfiniteQuery({
    ...trpc.marketplace.publicSearch.infiniteQueryOptions(input, {
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    ...(rendered ? { initialData: { pages: [first.answer], pageParams: [null] } } : {}),
  });
  const pages = query.data?.pages ?? [];
  return {
    query,
    items: pages.flatMap((page) => page.items),
    /** Facets, chips and counts come with the first page. */
    head: pages[0] ?? null,
    total: pages[0]?.total ?? 0,
  };
}
