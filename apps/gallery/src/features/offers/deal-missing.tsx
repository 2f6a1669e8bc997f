"use client";

import { errorData } from "@oto/trpc/client";
import { Button, EmptyState, UiLink } from "@oto/ui";
import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { QueryError } from "../form/query-error";

interface DealMissingProps {
  error: unknown;
  onRetry: () => void;
  /** What it would have been. */
  heading: string;
  /** Where the list is. */
  backHref: string;
}

/** Stands where a negotiation or reservation is not the reader's, or could not be read. */
export function DealMissing({ error, onRetry, heading, backHref }: DealMissingProps) {
  const t = useTranslations("common");
  if (!["NOT_FOUND", "BAD_REQUEST"].includes(errorData(error)?.code ?? "")) {
    return <QueryError error={error} onRetry={onRetry} />;
  }
  return (
    <>
      <h1 className="sr-only">{heading}</h1>
      <EmptyState
        size="page"
        icon={<SearchX aria-hidden="true" />}
        title={t("notFoundTitle")}
        description={t("notFoundText")}
        actions={
          <Button asChild>
            <UiLink href={backHref}>{t("back")}</UiLink>
          </Button>
        }
      />
    </>
  );
}
