"use client";

import { toast } from "@oto/ui";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";
import { useErrorToast } from "../form/use-error-text";
import { useInvalidate } from "../live/use-invalidate";

/** The moves of a reservation. */
export function useReservationMoves() {
  const t = useTranslations("reservations");
  const trpc = useTRPC();
  const invalidate = useInvalidate();
  const onError = useErrorToast();
  const onSettled = () => invalidate(["reservation", "deal", "offer", "inventory", "marketplace"]);
  return {
    declineExtension: useMutation(
      trpc.reservation.declineExtension.mutationOptions({
        onSuccess: () => void toast.success(t("extensionDeclined")),
        onError,
        onSettled,
      }),
    ),
    cancel: useMutation(
      trpc.reservation.cancel.mutationOptions({
        onSuccess: () => void toast.success(t("cancelled")),
        onError,
        onSettled,
      }),
    ),
    extend: useMutation(
      trpc.reservation.extend.mutationOptions({
        onSuccess: ({ extension }) =>
          void toast.success(t(extension === null ? "extended" : "extensionSent")),
        onError,
        onSettled,
      }),
    ),
  };
}
