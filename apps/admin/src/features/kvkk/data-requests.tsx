"use client";

import type { AppRouter } from "@oto/api";
import { DATA_REQUEST_STATUSES } from "@oto/domain";
import type { DataColumn } from "@oto/ui";
import { Badge, Card, DataTable, EmptyState, PageHeader, Select } from "@oto/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "next-intl";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useMemo } from "react";
import { useTRPC } from "../../trpc";
import { ListEnd } from "../form/list-end";
import { QueryError } from "../form/query-error";
import { useFormats } from "../labels/use-formats";
import { useMe } from "../session/session-provider";
import { RequestActions } from "./request-actions";

export type DataRequest = inferRouterOutputs<AppRouter>["admin"]["kvkk"]["list"]["items"][number];

const ALL = "ALL";
/** Days left from which on an answer is urgent. */
const URGENT = 7;
const OPEN = new Set(["PENDING", "RUNNING"]);

function urgency(daysLeft: number): "danger" | "warn" | "info" {
  if (daysLeft < 0) return "danger";
  return daysLeft < URGENT ? "warn" : "info";
}

/** What people ask about their data, the one due first on top. */
export function DataRequests() {
  const t = useTranslations("kvkk");
  const trpc = useTRPC();
  const [status, setStatus] = useQueryState("durum", parseAsStringLiteral(DATA_REQUEST_STATUSES));
  const list = useInfiniteQuery(
    trpc.admin.kvkk.list.infiniteQueryOptions(status === null ? {} : { status }, {
      getNextPageParam: (page) => page.nextCursor,
    }),
  );
  const rows = useMemo(() => list.data?.pages.flatMap(({ items }) => items) ?? [], [list.data]);
  const columns = useColumns();
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <div className="mb-4 w-56">
        <Select
          aria-label={t("filter")}
          options={[
            { value: ALL, label: t("all") },
            ...DATA_REQUEST_STATUSES.map((value) => ({ value, label: t(`status.${value}`) })),
          ]}
          value={status ?? ALL}
          onValueChange={(value) =>
            void setStatus(DATA_REQUEST_STATUSES.find((known) => known === value) ?? null)
          }
        />
      </div>
      <Card padding="flush">
        {list.error !== null ? (
          <QueryError error={list.error} onRetry={() => void list.refetch()} />
        ) : (
          <DataTable
            caption={t("title")}
            columns={columns}
            rows={rows}
            rowId={(row) => row.requestId}
            loadingRows={list.isPending ? 6 : 0}
            empty={<EmptyState title={t("emptyTitle")} description={t("emptyText")} />}
          />
        )}
      </Card>
      {rows.length > 0 ? <ListEnd query={list} /> : null}
    </>
  );
}

function useColumns(): DataColumn<DataRequest>[] {
  const t = useTranslations("kvkk");
  const { instant } = useFormats();
  const mayDecide = useMe().permissions.includes("kvkk:decide");
  return useMemo(
    () => [
      {
        id: "person",
        header: t("person"),
        cell: ({ person, gallery }) => (
          <div className="min-w-0">
            <p className="font-medium">{person.name}</p>
            <p className="break-all text-ink-muted text-sm">{gallery?.name ?? person.email}</p>
          </div>
        ),
      },
      { id: "kind", header: t("kind"), cell: (row) => t(`request.${row.kind}`) },
      {
        id: "status",
        header: t("state"),
        cell: (row) => <Badge tone="neutral">{t(`status.${row.status}`)}</Badge>,
      },
      {
        id: "asked",
        header: t("asked"),
        from: "lg",
        cell: (row) => <span className="whitespace-nowrap">{instant(row.createdAt)}</span>,
      },
      {
        id: "due",
        header: t("due"),
        from: "sm",
        cell: (row) =>
          OPEN.has(row.status) ? (
            <Badge tone={urgency(row.daysLeft)}>
              {row.daysLeft < 0
                ? t("late", { count: -row.daysLeft })
                : t("daysLeft", { count: row.daysLeft })}
            </Badge>
          ) : null,
      },
      {
        id: "actions",
        header: t("actions"),
        hideHeader: true,
        align: "end",
        cell: (row) =>
          mayDecide && row.kind === "ERASE_PERSON" && row.status === "PENDING" ? (
            <RequestActions request={row} />
          ) : null,
      },
    ],
    [t, instant, mayDecide],
  );
}
