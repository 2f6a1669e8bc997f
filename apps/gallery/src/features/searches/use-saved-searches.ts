"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../trpc";
import { usePermission } from "../session/session-provider";

/** The caller's saved searches, each with how much it found since they last looked. */
export function useSavedSearches() {
  const { search } = useTRPC();
  const mayFollow = usePermission("marketplace:follow");
  return useQuery(
    search.saved.list.queryOptions(undefined, { enabled: mayFollow, staleTime: 60_000 }),
  );
}

/** How many vehicles all of them have found since. */
export function useNewMatches(): number {
  const { data } = useSavedSearches();
  return data?.items.reduce((sum, { newMatches }) => sum + newMatches, 0) ?? 0;
}
