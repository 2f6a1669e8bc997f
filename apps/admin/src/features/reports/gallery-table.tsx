"use client";

import { shareBps } from "@oto/domain";
import type { DataColumn } from "@oto/ui";
import { Card, DataTable, EmptyState, UiLink } from "@oto/ui";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useTRPC } from "../../trpc";
import { ListEnd } from "../form/list-end";
import { QueryError } from "../form/query-error";
import { useFormats } from "../labels/use-formats";
import type { GalleryRow } from "./platform-report";
import { useReportFormats } from "./use-report-formats";
import type { ReportDays } from "./use-report-period";

/** Galleries by what they traded, the busiest first. */
export function GalleryTable({ input }: { input: ReportDays["input"] }) {
  const t = useTranslations("reports");
  const trpc = useTRPC();
  const { number } = useFormats();
  const { share, duration } = useReportFormats();
  const query = useInfiniteQuery(
    trpc.admin.reports.galleries.infiniteQueryOptions(input, {
      getNextPageParam: (page) => page.nextCursor,
      placeholderData: keepPreviousData,
    }),
  );
  const columns = useMemo((): DataColumn<GalleryRow>[] => {
    const counted = (
      id: "published" | "received" | "sent" | "accepted" | "completed",
      from?: "sm" | "md" | "lg",
    ): DataColumn<GalleryRow> => ({
      id,
      header: t(`columns.${id}`),
      align: "end",
      from,
      cell: (row) => number(row[id]),
      sortValue: (row) => row[id],
    });
    return [
      {
        id: "gallery",
        header: t("columns.gallery"),
        cell: (row) => (
          <div className="min-w-36">
            <UiLink
              href={`/kayitlar/${row.galleryId}`}
              className="inline-flex min-h-6 items-center font-medium text-ink hover:underline"
            >
              {row.name}
            </UiLink>
            <span className="block text-ink-muted text-sm">{row.provinceName}</span>
          </div>
        ),
      },
      counted("published", "md"),
      counted("received"),
      counted("sent", "sm"),
      counted("accepted", "lg"),
      counted("completed"),
      {
        id: "conversion",
        header: t("columns.conversion"),
        align: "end",
        from: "md",
        cell: (row) => share(shareBps(row.completed, row.received)),
        sortValue: (row) => shareBps(row.completed, row.received) ?? -1,
      },
      {
        id: "answer",
        header: t("columns.answer"),
        align: "end",
        from: "sm",
        cell: (row) => <span className="whitespace-nowrap">{duration(row.answerMedianMs)}</span>,
        sortValue: (row) => row.answerMedianMs ?? -1,
      },
    ];
  }, [t, number, share, duration]);
  const rows = useMemo(() => query.data?.pages.flatMap(({ items }) => items) ?? [], [query.data]);
  return (
    <>
      <Card padding="flush" title={t("galleries")}>
        {query.isError && rows.length === 0 ? (
          <QueryError error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <DataTable
            caption={t("galleries")}
            columns={columns}
            rows={rows}
            rowId={(row) => row.galleryId}
            loadingRows={query.isPending ? 6 : 0}
            empty={<EmptyState title={t("emptyTitle")} description={t("emptyText")} />}
          />
        )}
      </Card>
      {rows.length > 0 ? <ListEnd query={query} /> : null}
    </>
  );
}
