"use client";

import { errorData } from "@oto/trpc/client";
import { toast } from "@oto/ui";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";
import { useErrorToast } from "../form/use-error-text";
import { useInvalidate } from "../live/use-invalidate";

/** The moves of a negotiation. What has changed meanwhile is read anew and said by the page. */
export function useOfferMoves() {
  const t = useTranslations("offers");
  const trpc = useTRPC();
  const invalidate = useInvalidate();
  const showError = useErrorToast();
  const onSettled = () => invalidate(["offer", "reservation", "marketplace", "inventory"]);
  const onError = (error: unknown) => {
    // The page itself tells what is new; a toast on top would say it twice.
    if (errorData(error)?.reason !== "offer.stale") showError(error);
  };
  const told = (key: string) => ({
    onSuccess: () => void toast.success(t(key)),
    onError,
    onSettled,
  });
  return {
    accept: useMutation(trpc.offer.accept.mutationOptions(told("accepted"))),
    counter: useMutation(trpc.offer.counter.mutationOptions(told("sent"))),
    reject: useMutation(trpc.offer.reject.mutationOptions(told("rejected"))),
    withdraw: useMutation(trpc.offer.withdraw.mutationOptions(told("withdrawn"))),
  };
}

export type OfferMoves = ReturnType<typeof useOfferMoves>;
