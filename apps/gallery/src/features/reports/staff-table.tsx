"use client";

import type { DataColumn } from "@oto/ui";
import { DataTable } from "@oto/ui";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useTRPC } from "../../trpc";
import { QueryError } from "../form/query-error";
import type { StaffRow } from "./report-views";
import { useFigureColumns } from "./use-figure-columns";
import type { ReportFilters } from "./use-report-filters";

/** Members of the team with their figures; pressing one narrows everything to them. */
export function StaffTable({ filters }: { filters: ReportFilters }) {
  const t = useTranslations("reports");
  const domain = useTranslations("domain");
  const trpc = useTRPC();
  const query = useQuery(
    trpc.report.staff.queryOptions(filters.input, { placeholderData: keepPreviousData }),
  );
  const figures = useFigureColumns<StaffRow>();
  const columns = useMemo(
    (): DataColumn<StaffRow>[] => [
      {
        id: "person",
        header: t("colPerson"),
        cell: (row) => (
          <div className="min-w-32">
            <span className="block font-medium text-ink">{row.name ?? t("noOne")}</span>
            {row.name === null ? null : (
              <span className="block text-ink-muted text-sm">
                {row.role === null ? t("formerMember") : domain(`galleryRole.${row.role}`)}
              </span>
            )}
          </div>
        ),
      },
      ...figures,
    ],
    [t, domain, figures],
  );
  if (query.isError && query.data === undefined) {
    return <QueryError error={query.error} onRetry={() => void query.refetch()} />;
  }
  return (
    <DataTable
      caption={t("staff")}
      columns={columns}
      rows={query.data?.items ?? []}
      rowId={(row) => row.userId ?? "none"}
      onRowPress={(row) => {
        if (row.userId !== null) filters.setPerson(row.userId);
      }}
      loadingRows={query.isPending ? 3 : 0}
    />
  );
}
