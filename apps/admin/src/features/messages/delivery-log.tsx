"use client";

import type { DataColumn } from "@oto/ui";
import { Badge, Card, DataTable, EmptyState } from "@oto/ui";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { useTRPC } from "../../trpc";
import { ListEnd } from "../form/list-end";
import { QueryError } from "../form/query-error";
import { useFormats } from "../labels/use-formats";
import { DeliveryFilters, useDeliveryFilters } from "./delivery-filters";
import { DeliverySheet } from "./delivery-sheet";
import { DeliverySums } from "./delivery-sums";
import { DELIVERY_TONE } from "./delivery-tone";
import type { Delivery } from "./message-views";

const POLL_MS = 5_000;

function useColumns(): readonly DataColumn<Delivery>[] {
  const t = useTranslations("messages");
  const { instant, number } = useFormats();
  return useMemo(
    () => [
      {
        id: "what",
        header: t("what"),
        cell: (row) => (
          <>
            <span className="block font-medium text-ink">{row.title}</span>
            <span className="block text-ink-muted text-sm">
              {t(`channels.${row.channel}`)}
              {row.recipient === null ? "" : ` · ${row.recipient}`}
            </span>
          </>
        ),
      },
      {
        id: "state",
        header: t("state"),
        cell: (row) => <Badge tone={DELIVERY_TONE[row.state]}>{t(`states.${row.state}`)}</Badge>,
      },
      {
        id: "provider",
        header: t("provider"),
        from: "md",
        cell: (row) =>
          row.provider === null ? "–" : `${row.provider} ${row.providerCode ?? ""}`.trim(),
      },
      {
        id: "cost",
        header: t("units"),
        from: "lg",
        align: "end",
        cell: (row) => number(row.costUnits),
      },
      {
        id: "when",
        header: t("when"),
        from: "sm",
        cell: (row) => <span className="whitespace-nowrap">{instant(row.createdAt)}</span>,
      },
    ],
    [t, instant, number],
  );
}

/** Every message to people, newest first; a press shows what providers said to it. */
export function DeliveryLog() {
  const t = useTranslations("messages");
  const trpc = useTRPC();
  const filters = useDeliveryFilters();
  const [shown, setShown] = useState<Delivery | null>(null);
  const columns = useColumns();
  const list = useInfiniteQuery(
    trpc.admin.messages.deliveries.infiniteQueryOptions(filters.input, {
      getNextPageParam: (page) => page.nextCursor,
      refetchInterval: POLL_MS,
      placeholderData: keepPreviousData,
    }),
  );
  const rows = useMemo(() => list.data?.pages.flatMap(({ items }) => items) ?? [], [list.data]);
  return (
    <div className="flex flex-col gap-5">
      <DeliverySums days={filters.days} />
      <Card title={t("log")} description={t("logText")} padding="flush">
        <DeliveryFilters filters={filters} />
        {list.error !== null && list.data === undefined ? (
          <QueryError error={list.error} onRetry={() => void list.refetch()} />
        ) : (
          <DataTable
            caption={t("log")}
            columns={columns}
            rows={rows}
            rowId={(row) => row.id}
            onRowPress={setShown}
            loadingRows={list.isPending ? 6 : 0}
            empty={<EmptyState title={t("emptyTitle")} description={t("emptyText")} />}
          />
        )}
        {rows.length > 0 ? <ListEnd query={list} /> : null}
      </Card>
      <DeliverySheet delivery={shown} onClose={() => setShown(null)} />
    </div>
  );
}
