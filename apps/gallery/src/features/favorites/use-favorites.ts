"use client";

import { toast } from "@oto/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";
import { useErrorToast } from "../form/use-error-text";
import { usePermission } from "../session/session-provider";

/** What the caller follows, and how to begin and end it; hearts change before the server answers. */
export function useFavorites() {
  const t = useTranslations("favorites");
  const common = useTranslations("common");
  const { favorite } = useTRPC();
  const queries = useQueryClient();
  const showError = useErrorToast();
  const mayFollow = usePermission("marketplace:follow");
  const key = favorite.ids.queryKey();
  const { data } = useQuery(
    favorite.ids.queryOptions(undefined, { enabled: mayFollow, staleTime: 60_000 }),
  );

  const mark = async (vehicleId: string, followed: boolean) => {
    await queries.cancelQueries({ queryKey: key });
    const before = queries.getQueryData(key);
    const others = (before?.items ?? []).filter((id) => id !== vehicleId);
    queries.setQueryData(key, { items: followed ? [vehicleId, ...others] : others });
    return { before };
  };
  const handlers = {
    onError: (
      error: unknown,
      _: unknown,
      context: Awaited<ReturnType<typeof mark>> | undefined,
    ) => {
      if (context) queries.setQueryData(key, context.before);
      showError(error);
    },
    onSettled: () => queries.invalidateQueries(favorite.pathFilter()),
  };
  const add = useMutation(
    favorite.add.mutationOptions({
      onMutate: ({ vehicleId }) => mark(vehicleId, true),
      ...handlers,
    }),
  );
  const remove = useMutation(
    favorite.remove.mutationOptions({
      onMutate: ({ vehicleId }) => mark(vehicleId, false),
      ...handlers,
    }),
  );

  return {
    mayFollow,
    isFavorite: (vehicleId: string) => data?.items.includes(vehicleId) ?? false,
    toggle: (vehicleId: string) => {
      const followed = data?.items.includes(vehicleId) ?? false;
      (followed ? remove : add).mutate({ vehicleId });
    },
    /** Ends it where the vehicle leaves the screen with it: with a way back. */
    drop: (vehicleId: string) => {
      const back = () => add.mutate({ vehicleId });
      const say = () =>
        void toast(t("removed"), { action: { label: common("undo"), onClick: back } });
      // Its failure has been told already.
      remove.mutateAsync({ vehicleId }).then(say, () => undefined);
    },
  };
}
