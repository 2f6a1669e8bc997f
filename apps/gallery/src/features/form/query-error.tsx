"use client";

import { errorData } from "@oto/trpc/client";
import { Button, EmptyState, ErrorState, UiLink } from "@oto/ui";
import { SearchX } from "lucide-react";
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
  const known = errorData(error);
  if (known?.code === "NOT_FOUND") {
    return (
      <EmptyState
        icon={<SearchX aria-hidden="true" />}
        title={text(error)}
        description={t("notFoundText")}
        actions={
          <Button asChild variant="secondary">
            <UiLink href="/">{t("goHome")}</UiLink>
          </Button>
        }
      />
    );
  }
  const requestId = known?.requestId;
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
