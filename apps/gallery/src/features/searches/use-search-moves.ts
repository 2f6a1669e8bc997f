"use client";

import { toast } from "@oto/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";
import { useErrorToast } from "../form/use-error-text";
import type { SavedSearch } from "../market/market-views";

/** What can be done with saved searches; lists change before the server answers. */
export function useSearchMoves() {
  const t = useTranslations("searches");
  const { search } = useTRPC();
  const queries = useQueryClient();
  const showError = useErrorToast();
  const key = search.saved.list.queryKey();

  const rewrite = async (change: (items: SavedSearch[]) => SavedSearch[]) => {
    await queries.cancelQueries({ queryKey: key });
    const before = queries.getQueryData(key);
    if (before) queries.setQueryData(key, { ...before, items: change(before.items) });
    return { before };
  };
  const handlers = {
    onError: (
      error: unknown,
      _: unknown,
      context: Awaited<ReturnType<typeof rewrite>> | undefined,
    ) => {
      if (context) queries.setQueryData(key, context.before);
      showError(error);
    },
    onSettled: () => queries.invalidateQueries(search.saved.pathFilter()),
  };
  const create = useMutation(
    search.saved.create.mutationOptions({
      onSuccess: () => void toast.success(t("saved")),
      onError: showError,
      onSettled: handlers.onSettled,
    }),
  );
  const update = useMutation(
    search.saved.update.mutationOptions({
      onMutate: ({ savedSearchId, ...next }) =>
        rewrite((items) =>
          items.map((each) =>
            each.savedSearchId === savedSearchId
              ? { ...each, name: next.name ?? each.name, alert: next.alert ?? each.alert }
              : each,
          ),
        ),
      ...handlers,
    }),
  );
  const remove = useMutation(
    search.saved.remove.mutationOptions({
      onMutate: ({ savedSearchId }) =>
        rewrite((items) => items.filter((each) => each.savedSearchId !== savedSearchId)),
      ...handlers,
    }),
  );
  const markSeen = useMutation(
    search.saved.markSeen.mutationOptions({
      onMutate: ({ savedSearchId }) =>
        rewrite((items) =>
          items.map((each) =>
            each.savedSearchId === savedSearchId ? { ...each, newMatches: 0 } : each,
          ),
        ),
      ...handlers,
    }),
  );
  return { create, update, remove, markSeen };
}
