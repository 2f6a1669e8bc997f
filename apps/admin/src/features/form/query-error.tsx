"use client";

import { errorData } from "@oto/trpc/client";
import { Button, ErrorState } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useErrorText } from "./use-error-text";

interface QueryErrorProps {
  error: unknown;
  onRetry: () => void;
}

/** Stands where data should be that could not be read. */
export function QueryError({ error, onRetry }: QueryErrorProps) {
  const t = useTranslations("common");
  const text = useErrorText();
  const requestId = errorData(error)?.requestId;
  return (
    <ErrorState
      title={t("loadFailed")}
      description={text(error)}
      reference={requestId ? t("request", { id: requestId }) : undefined}
      actions={
        <Button variant="secondary" onClick={onRetry}>
          {t("retry")}
        </Button>
      }
    />
  );
}
