"use client";

import { Button, EmptyState, LoadMore, UiLink } from "@oto/ui";
import { CarFront, SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import type { StockItem } from "../vehicle/vehicle-view";
import { StockCard } from "./stock-card";
import { StockCardSkeleton } from "./stock-card-skeleton";
import { StockTable } from "./stock-table";
import type { SetStockFilters, StockFilters } from "./use-stock-filters";

interface StockResultsProps {
  filters: StockFilters;
  setFilters: SetStockFilters;
  /** Undefined until the first page is there. */
  items: readonly StockItem[] | undefined;
  total: number;
  narrowed: boolean;
  onClear: () => void;
  more: { has: boolean; loading: boolean; load: () => void };
}

const GRID = "grid gap-4 sm:grid-cols-2 xl:grid-cols-3";
const SKELETONS = ["a", "b", "c", "d", "e", "f"];

function NothingFound({ narrowed, onClear }: Pick<StockResultsProps, "narrowed" | "onClear">) {
  const t = useTranslations("stock");
  return narrowed ? (
    <EmptyState
      icon={<SearchX aria-hidden="true" />}
      title={t("noneTitle")}
      description={t("noneText")}
      actions={
        <Button variant="secondary" onClick={onClear}>
          {t("clearFilters")}
        </Button>
      }
    />
  ) : (
    <EmptyState
      icon={<CarFront aria-hidden="true" />}
      title={t("emptyTitle")}
      description={t("emptyText")}
      actions={
        <Button asChild>
          <UiLink href="/stok/yeni">{t("add")}</UiLink>
        </Button>
      }
    />
  );
}

/** What was found, as cards or as a table, and the way to more of it. */
export function StockResults({
  filters,
  setFilters,
  items,
  total,
  narrowed,
  onClear,
  more,
}: StockResultsProps) {
  const t = useTranslations("stock");
  if (items?.length === 0) return <NothingFound narrowed={narrowed} onClear={onClear} />;
  const asTable = filters.gorunum === "tablo";
  return (
    <>
      {asTable ? (
        <StockTable
          items={items ?? []}
          loadingRows={items === undefined ? SKELETONS.length : 0}
          sort={filters.sirala}
          onSortChange={(sirala) => void setFilters({ sirala })}
        />
      ) : (
        <ul aria-label={t("list")} aria-busy={items === undefined} className={GRID}>
          {items === undefined
            ? SKELETONS.map((key) => (
                <li key={key}>
                  <StockCardSkeleton />
                </li>
              ))
            : items.map((item, index) => (
                <li key={item.vehicleId} className="flex *:w-full">
                  <StockCard item={item} priority={index < 2} />
                </li>
              ))}
        </ul>
      )}
      {items === undefined ? null : (
        <LoadMore
          hasMore={more.has}
          loading={more.loading}
          onLoadMore={more.load}
          label={t("loadMore")}
          loadingLabel={t("loadingMore")}
          endLabel={t("end", { total })}
        />
      )}
    </>
  );
}
