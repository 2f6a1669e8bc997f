"use client";

import type { AppRouter } from "@oto/api";
import { toast } from "@oto/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";
import { useErrorToast } from "../form/use-error-text";

export type GalleryView = inferRouterOutputs<AppRouter>["gallery"]["me"];

/** Changes of the gallery that are saved at once: shown at once, taken back on refusal. */
export function useGalleryUpdate() {
  const { gallery } = useTRPC();
  const queries = useQueryClient();
  const showError = useErrorToast();
  const t = useTranslations("settings");
  const { queryKey } = gallery.me.queryOptions();
  return useMutation(
    gallery.update.mutationOptions({
      onMutate: async (change) => {
        await queries.cancelQueries({ queryKey });
        const before = queries.getQueryData(queryKey);
        const { publicListing, autoDecline, watermark } = change;
        queries.setQueryData(queryKey, (known) =>
          known === undefined
            ? known
            : {
                ...known,
                publicListing: publicListing ?? known.publicListing,
                autoDecline: autoDecline ?? known.autoDecline,
                watermark: watermark ?? known.watermark,
              },
        );
        return { before };
      },
      onSuccess: () => void toast.success(t("saved")),
      onError: (error, _change, kept) => {
        queries.setQueryData(queryKey, kept?.before);
        showError(error);
      },
      onSettled: () => queries.invalidateQueries(gallery.pathFilter()),
    }),
  );
}
