"use client";

import { Button, cn, PageHeader, UiLink } from "@oto/ui";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";
import { QueryError } from "../form/query-error";
import { usePermission } from "../session/session-provider";
import { StockFilterPanel } from "./stock-filter-panel";
import { activeFilters, PANEL_FILTERS, toListInput } from "./stock-query";
import { StockResults } from "./stock-results";
import { StockTabs } from "./stock-tabs";
import { StockToolbar } from "./stock-toolbar";
import { useStockFilters } from "./use-stock-filters";

const CLEARED = Object.fromEntries(["q", "durum", ...PANEL_FILTERS].map((name) => [name, null]));

/** The gallery's own stock. */
export function StockPage() {
  const t = useTranslations("stock");
  const { inventory } = useTRPC();
  const { filters, setFilters } = useStockFilters();
  const mayWrite = usePermission("inventory:write");
  const query = useInfiniteQuery(
    inventory.list.infiniteQueryOptions(toListInput(filters), {
      getNextPageParam: (page) => page.nextCursor,
      placeholderData: keepPreviousData,
    }),
  );
  const first = query.data?.pages[0];
  const total = first?.total ?? 0;
  const narrowed = filters.q !== "" || filters.durum !== null || activeFilters(filters) > 0;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={first === undefined ? undefined : t("total", { count: total })}
        actions={
          mayWrite ? (
            <Button asChild>
              <UiLink href="/stok/yeni">
                <Plus aria-hidden="true" />
                {t("add")}
              </UiLink>
            </Button>
          ) : undefined
        }
        below={
          <StockTabs
            counts={first?.counts}
            value={filters.durum}
            onChange={(durum) => void setFilters({ durum })}
          />
        }
      />
      {/* On a phone: search, then the three buttons in a row, then the list. */}
      <div className="flex items-start gap-5 max-lg:flex-wrap max-lg:gap-2 max-lg:[&>div:first-child]:order-2">
        <StockFilterPanel filters={filters} setFilters={setFilters} total={total} />
        <div className="flex min-w-0 flex-1 flex-col gap-4 max-lg:contents">
          <StockToolbar filters={filters} setFilters={setFilters} />
          {query.isError && query.data === undefined ? (
            <div className="order-3 w-full">
              <QueryError error={query.error} onRetry={() => void query.refetch()} />
            </div>
          ) : (
            <div
              className={cn(
                "order-3 w-full transition-opacity max-lg:mt-2",
                query.isPlaceholderData && "opacity-60",
              )}
            >
              <StockResults
                filters={filters}
                setFilters={setFilters}
                items={query.data?.pages.flatMap((page) => page.items)}
                total={total}
                narrowed={narrowed}
                onClear={() => void setFilters(CLEARED)}
                more={{
                  has: query.hasNextPage,
                  loading: query.isFetchingNextPage,
                  load: () => void query.fetchNextPage(),
                }}
              />
            </div>
          )}
        </div>
      </div>
    </>
  );
}
