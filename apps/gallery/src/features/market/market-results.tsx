"use client";

import { Button, cn, EmptyState, LoadMore } from "@oto/ui";
import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { QueryError } from "../form/query-error";
import { useFormats } from "../labels/use-formats";
import { ListingCard } from "./listing-card";
import { ListingCardSkeleton } from "./listing-card-skeleton";
import { NO_FILTERS } from "./market-params";
import { MarketTable } from "./market-table";
import type { MarketSearch } from "./use-market-search";

const GRID = "grid gap-4 sm:grid-cols-2 xl:grid-cols-3";
const EXPECTED = ["a", "b", "c", "d", "e", "f"] as const;
/** Pictures within the first screen. */
const FIRST = 3;

/** What was found, and more of it at the end. */
export function MarketResults({ search }: { search: MarketSearch }) {
  const t = useTranslations("market");
  const common = useTranslations("common");
  const formats = useFormats();
  const { items, query, total } = search;
  if (query.isError && items.length === 0) {
    return <QueryError error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (query.isPending) {
    return (
      <div role="status" aria-label={common("loading")} className={GRID}>
        {EXPECTED.map((id) => (
          <ListingCardSkeleton key={id} />
        ))}
      </div>
    );
  }
  if (items.length === 0) {
    return (
      <EmptyState
        icon={<SearchX aria-hidden="true" />}
        title={t("emptyTitle")}
        description={t("emptyText")}
        actions={
          <Button variant="secondary" onClick={() => search.change({ ...NO_FILTERS, q: null })}>
            {t("clearSearch")}
          </Button>
        }
      />
    );
  }
  return (
    <>
      {search.state.view === "table" ? (
        <div
          aria-busy={query.isPlaceholderData}
          className={cn("transition-opacity", query.isPlaceholderData && "opacity-60")}
        >
          <MarketTable
            items={items}
            sort={search.sort}
            onSortChange={(sort) => search.change({ sort })}
          />
        </div>
      ) : (
        <ul
          aria-label={t("results")}
          aria-busy={query.isPlaceholderData}
          className={cn(GRID, "transition-opacity", query.isPlaceholderData && "opacity-60")}
        >
          {items.map((listing, index) => (
            <li key={listing.vehicleId}>
              <ListingCard listing={listing} priority={index < FIRST} />
            </li>
          ))}
        </ul>
      )}
      <LoadMore
        hasMore={query.hasNextPage}
        loading={query.isFetchingNextPage}
        onLoadMore={() => void query.fetchNextPage()}
        label={t("loadMore")}
        loadingLabel={common("loading")}
        endLabel={t("end", { count: formats.number(total ?? items.length) })}
        auto={!query.isFetchNextPageError}
      />
    </>
  );
}
