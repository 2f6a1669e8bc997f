"use client";

import { toast } from "@oto/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";

/** Sends a dead letter again or closes it; both keep it on record. */
export function useDeadLetterActions(onDone: () => void) {
  const t = useTranslations("queues");
  const trpc = useTRPC();
  const client = useQueryClient();
  const refresh = () => void client.invalidateQueries(trpc.admin.pathFilter());
  const replay = useMutation(
    trpc.admin.deadLetters.replay.mutationOptions({
      onSuccess: () => {
        toast.success(t("replayDone"));
        onDone();
      },
      onSettled: refresh,
    }),
  );
  const discard = useMutation(
    trpc.admin.deadLetters.discard.mutationOptions({
      onSuccess: () => {
        toast.success(t("discardDone"));
        onDone();
      },
      onSettled: refresh,
    }),
  );
  return {
    replay: (deadLetterId: string) => replay.mutate({ deadLetterId }),
    discard: (deadLetterId: string) => discard.mutate({ deadLetterId }),
    replaying: replay.isPending,
    discarding: discard.isPending,
    error: replay.error ?? discard.error,
    forget: () => {
      replay.reset();
      discard.reset();
    },
  };
}
