"use client";

import { errorData } from "@oto/trpc/client";
import { toast } from "@oto/ui";
import { TRPCClientError } from "@trpc/client";
import { useTranslations } from "next-intl";
import { useCallback } from "react";

/** Says of a caught error, in the reader's language, what happened. */
export function useErrorText(): (error: unknown) => string {
  const t = useTranslations("common");
  return useCallback(
    (error) => {
      const known = errorData(error);
      if (known?.message) return known.message;
      return error instanceof TRPCClientError ? t("offlineError") : t("unknownError");
    },
    [t],
  );
}

/** Shows a caught error as a toast: for acts that have no place of their own for it. */
export function useErrorToast(): (error: unknown) => void {
  const text = useErrorText();
  return useCallback((error) => void toast.error(text(error)), [text]);
}
