"use client";

import type { DataColumn } from "@oto/ui";
import { DataTable, LoadMore, UiLink } from "@oto/ui";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useTRPC } from "../../trpc";
import { QueryError } from "../form/query-error";
import { useFormats } from "../labels/use-formats";
import type { VehicleRow } from "./report-views";
import { useFigureColumns } from "./use-figure-columns";
import type { ReportFilters } from "./use-report-filters";

/** Vehicles with their figures; pressing one narrows everything to it. */
export function VehicleTable({ filters }: { filters: ReportFilters }) {
  const t = useTranslations("reports");
  const common = useTranslations("common");
  const trpc = useTRPC();
  const { money } = useFormats();
  const query = useInfiniteQuery(
    trpc.report.vehicles.infiniteQueryOptions(filters.input, {
      getNextPageParam: (page) => page.nextCursor,
      placeholderData: keepPreviousData,
    }),
  );
  const figures = useFigureColumns<VehicleRow>();
  const { side } = filters;
  const columns = useMemo(
    (): DataColumn<VehicleRow>[] => [
      {
        id: "vehicle",
        header: t("colVehicle"),
        cell: (row) => (
          <div className="min-w-36">
            <span className="block font-medium text-ink">{row.title}</span>
            <UiLink
              href={`/${side === "SELLER" ? "stok" : "pazar"}/${row.vehicleId}`}
              className="inline-flex min-h-6 items-center text-brand-strong text-sm hover:underline print:hidden"
              onClick={(event) => event.stopPropagation()}
            >
              {row.stockNo ?? t("openVehicle")}
            </UiLink>
          </div>
        ),
      },
      ...figures,
      {
        id: "best",
        header: t("colBest"),
        align: "end",
        from: "sm",
        cell: (row) => <span className="whitespace-nowrap">{money(row.best)}</span>,
        sortValue: (row) => row.best.amount,
      },
    ],
    [t, side, figures, money],
  );
  const rows = useMemo(() => query.data?.pages.flatMap(({ items }) => items) ?? [], [query.data]);
  if (query.isError && rows.length === 0) {
    return <QueryError error={query.error} onRetry={() => void query.refetch()} />;
  }
  return (
    <>
      <DataTable
        caption={t("vehicles")}
        columns={columns}
        rows={rows}
        rowId={(row) => row.vehicleId}
        onRowPress={(row) => filters.setVehicle(row.vehicleId)}
        loadingRows={query.isPending ? 5 : 0}
      />
      {query.hasNextPage ? (
        <div className="print:hidden">
          <LoadMore
            hasMore
            loading={query.isFetchingNextPage}
            onLoadMore={() => void query.fetchNextPage()}
            label={common("more")}
            loadingLabel={common("loading")}
            auto={false}
          />
        </div>
      ) : null}
    </>
  );
}
