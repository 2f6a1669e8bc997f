"use client";

import { MAX_QUERY_LENGTH } from "@oto/domain";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTRPC } from "../../../trpc";
import { useErrorToast } from "../../form/use-error-text";
import { usePermission } from "../../session/session-provider";
import { suggestionsOf } from "./suggestions";
import { usePaused } from "./use-paused";

/** A pause in typing after which suggestions are asked for. */
const PAUSE_MS = 120;

/** Suggestions for what is being typed, and the caller's own searches to remember and forget. */
export function useSuggestions(typed: string, wanted: boolean) {
  const { marketplace, search } = useTRPC();
  const queries = useQueryClient();
  const showError = useErrorToast();
  const mayFollow = usePermission("marketplace:follow");
  const q = usePaused(typed.trim().slice(0, MAX_QUERY_LENGTH), PAUSE_MS);
  const { data } = useQuery(
    marketplace.suggest.queryOptions(
      { q },
      { enabled: wanted, placeholderData: keepPreviousData, staleTime: 30_000 },
    ),
  );
  const told = {
    onSuccess: () => queries.invalidateQueries(marketplace.suggest.pathFilter()),
    onError: showError,
  };
  const add = useMutation(search.recent.add.mutationOptions({ onSuccess: told.onSuccess }));
  const remove = useMutation(search.recent.remove.mutationOptions(told));
  const clear = useMutation(search.recent.clear.mutationOptions(told));
  return {
    suggestions: useMemo(() => (data ? suggestionsOf(data, q) : []), [data, q]),
    remember: (words: string) => {
      const said = words.trim().slice(0, MAX_QUERY_LENGTH);
      if (mayFollow && said.length > 1) add.mutate({ q: said });
    },
    forget: (words: string) => remove.mutate({ q: words }),
    forgetAll: () => clear.mutate(),
  };
}
