"use client";

import { Button } from "@oto/ui/button";
import { EmptyState, ErrorState, Skeleton } from "@oto/ui/feedback";
import { LoadMore } from "@oto/ui/navigation";
import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { VehicleCard } from "../vehicle/vehicle-card";
import type { useListings } from "./use-listings";

const GRID = "grid gap-4 sm:grid-cols-2 xl:grid-cols-3";
// On a phone the first card alone is on the first screen; more of them would compete with it.
const PRIORITY_CARDS = 1;

interface ListingResultsProps {
  listings: ReturnType<typeof useListings>;
  /** Shown when there is nothing. */
  empty: ReactNode;
}

/** Cards of what was found, more of them on the way down. */
export function ListingResults({ listings, empty }: ListingResultsProps) {
  const t = useTranslations("search");
  const { query, items, total } = listings;
  if (query.isPending) return <ListingSkeleton />;
  if (query.isError && items.length === 0) {
    return (
      <ErrorState
        title={t("errorTitle")}
        description={query.error.message}
        actions={<Button onClick={() => query.refetch()}>{t("retry")}</Button>}
      />
    );
  }
  if (items.length === 0) return empty;
  return (
    <div aria-busy={query.isFetching} className={query.isPlaceholderData ? "opacity-60" : ""}>
      <ul className={GRID}>
        {items.map((vehicle, index) => (
          <li key={vehicle.vehicleId} className="flex *:flex-1">
            <VehicleCard vehicle={vehicle} level={2} priority={index < PRIORITY_CARDS} />
          </li>
        ))}
      </ul>
      <LoadMore
        hasMore={query.hasNextPage}
        loading={query.isFetchingNextPage}
        onLoadMore={() => query.fetchNextPage()}
        label={t("loadMore")}
        loadingLabel={t("loading")}
        endLabel={t("end", { count: total })}
      />
    </div>
  );
}

interface NothingFoundProps {
  /** Absent when no filter is on. */
  onClear?: (() => void) | undefined;
}

/** No vehicle fits the search. */
export function NothingFound({ onClear }: NothingFoundProps) {
  const t = useTranslations("search");
  return (
    <EmptyState
      icon={<SearchX aria-hidden="true" />}
      title={t("emptyTitle")}
      description={t("emptyText")}
      actions={
        onClear ? (
          <Button variant="secondary" onClick={onClear}>
            {t("emptyClear")}
          </Button>
        ) : undefined
      }
    />
  );
}

function ListingSkeleton() {
  return (
    <div aria-hidden="true" className={GRID}>
      {["a", "b", "c", "d", "e", "f"].map((key) => (
        <div key={key} className="overflow-hidden rounded-card border bg-surface">
          <Skeleton className="aspect-4/3 rounded-none" />
          <div className="flex flex-col gap-2 p-4">
            <Skeleton className="h-6 w-32" />
            <Skeleton className="h-4 w-full" />
            <Skeleton className="h-4 w-2/3" />
          </div>
        </div>
      ))}
    </div>
  );
}
