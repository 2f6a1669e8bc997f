"use client";

import { Button, EmptyState, PageHeader, Skeleton, UiLink } from "@oto/ui";
import { BellRing } from "lucide-react";
import { useTranslations } from "next-intl";
import { QueryError } from "../form/query-error";
import { SearchRow } from "./search-row";
import { useSavedSearches } from "./use-saved-searches";
import { useSearchMoves } from "./use-search-moves";

const EXPECTED = ["a", "b", "c"] as const;

/** The searches that one keeps, with what they have found since. */
export function SearchesPage() {
  const t = useTranslations("searches");
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <Searches />
    </>
  );
}

function Searches() {
  const t = useTranslations("searches");
  const common = useTranslations("common");
  const moves = useSearchMoves();
  const { data, error, isPending, refetch } = useSavedSearches();
  if (isPending) {
    return (
      <div role="status" aria-label={common("loading")} className="grid gap-3">
        {EXPECTED.map((id) => (
          <Skeleton key={id} className="h-28 w-full rounded-card" />
        ))}
      </div>
    );
  }
  if (data === undefined) return <QueryError error={error} onRetry={() => void refetch()} />;
  if (data.items.length === 0) {
    return (
      <EmptyState
        size="page"
        icon={<BellRing aria-hidden="true" />}
        title={t("emptyTitle")}
        description={t("emptyText")}
        actions={
          <Button asChild>
            <UiLink href="/pazar">{t("toMarket")}</UiLink>
          </Button>
        }
      />
    );
  }
  return (
    <ul aria-label={t("title")} className="grid gap-3">
      {data.items.map((saved) => (
        <li key={saved.savedSearchId}>
          <SearchRow saved={saved} moves={moves} />
        </li>
      ))}
    </ul>
  );
}
