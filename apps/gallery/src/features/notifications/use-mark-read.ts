"use client";

import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "../../trpc";
import { useErrorToast } from "../form/use-error-text";
import { useInvalidate } from "../live/use-invalidate";

/** Marks notifications as read: one, or all of them. */
export function useMarkRead() {
  const trpc = useTRPC();
  const invalidate = useInvalidate();
  return useMutation(
    trpc.notification.markRead.mutationOptions({
      onError: useErrorToast(),
      onSettled: () => invalidate(["notification"]),
    }),
  );
}
