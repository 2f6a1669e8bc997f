"use client";

import { saveFile, toast } from "@oto/ui";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC, useTRPCClient } from "../../trpc";
import { useErrorToast } from "../form/use-error-text";
import { useInvalidate } from "../live/use-invalidate";

/** The moves of a deal. */
export function useDealMoves() {
  const t = useTranslations("deals");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const invalidate = useInvalidate();
  const onError = useErrorToast();
  const onSettled = () => invalidate(["deal", "reservation", "inventory"]);
  const said = (text: string) => () => void toast.success(text);
  const after = (text: string) => ({ onSuccess: said(text), onError, onSettled });
  return {
    setStep: useMutation(trpc.deal.setStep.mutationOptions(after(t("stepSaved")))),
    confirm: useMutation(
      trpc.deal.confirm.mutationOptions({
        onSuccess: ({ status }) =>
          void toast.success(t(status === "COMPLETED" ? "completedToast" : "confirmedToast")),
        onError,
        onSettled,
      }),
    ),
    rate: useMutation(trpc.deal.rate.mutationOptions(after(t("rated")))),
    dispute: useMutation(trpc.deal.dispute.mutationOptions(after(t("disputeOpened")))),
    withdrawDispute: useMutation(
      trpc.deal.withdrawDispute.mutationOptions(after(t("disputeWithdrawn"))),
    ),
    removeDocument: useMutation(
      trpc.deal.removeDocument.mutationOptions(after(t("documentRemoved"))),
    ),
    openDocument: useMutation({
      mutationFn: (documentId: string) => client.deal.documentUrl.query({ documentId }),
      onSuccess: ({ url }) => window.open(url, "_blank", "noopener"),
      onError,
    }),
    saveLog: useMutation({
      mutationFn: (input: { dealId: string; format: "json" | "pdf" }) =>
        client.deal.log.query(input),
      onSuccess: ({ base64, ...file }) => saveFile({ ...file, content: base64 }),
      onError,
    }),
  };
}
