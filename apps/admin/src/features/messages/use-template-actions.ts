"use client";

import { toast } from "@oto/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";

/** Saves a text, gives the platform's own back, and sends a text to its writer. */
export function useTemplateActions() {
  const t = useTranslations("messages");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const refresh = () => void queries.invalidateQueries(trpc.admin.messages.pathFilter());
  const done = () => toast.success(t("saved"));
  const save = useMutation(
    trpc.admin.messages.save.mutationOptions({ onSuccess: done, onSettled: refresh }),
  );
  const revert = useMutation(
    trpc.admin.messages.revert.mutationOptions({ onSuccess: done, onSettled: refresh }),
  );
  const test = useMutation(
    trpc.admin.messages.testSend.mutationOptions({
      onSuccess: ({ code, provider, to }) =>
        toast.success(t("testDone", { to, provider: provider ?? "–", code: code ?? "–" })),
    }),
  );
  return { save, revert, test, error: save.error ?? revert.error ?? test.error };
}
