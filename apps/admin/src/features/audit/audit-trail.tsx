"use client";

import { Card, DataTable, EmptyState, PageHeader } from "@oto/ui";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { useTRPC } from "../../trpc";
import { ListEnd } from "../form/list-end";
import { QueryError } from "../form/query-error";
import type { AuditEntry } from "./audit-entry";
import { AuditEntrySheet } from "./audit-entry-sheet";
import { AuditFilterBar } from "./audit-filter-bar";
import { useAuditColumns } from "./use-audit-columns";
import { useAuditFilters } from "./use-audit-filters";

/** Who did what; any entry narrows the list to its person, gallery or record. */
export function AuditTrail() {
  const t = useTranslations("audit");
  const trpc = useTRPC();
  const state = useAuditFilters();
  const [shown, setShown] = useState<AuditEntry | null>(null);
  const list = useInfiniteQuery(
    trpc.admin.audit.list.infiniteQueryOptions(state.input, {
      getNextPageParam: (page) => page.nextCursor,
      placeholderData: keepPreviousData,
    }),
  );
  const rows = useMemo(() => list.data?.pages.flatMap(({ items }) => items) ?? [], [list.data]);
  const columns = useAuditColumns(setShown);
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <AuditFilterBar state={state} rows={rows} />
      <Card padding="flush">
        {list.error !== null ? (
          <QueryError error={list.error} onRetry={() => void list.refetch()} />
        ) : (
          <DataTable
            caption={t("table")}
            columns={columns}
            rows={rows}
            rowId={(row) => row.id}
            onRowPress={setShown}
            loadingRows={list.isPending ? 10 : 0}
            empty={<EmptyState title={t("emptyTitle")} description={t("emptyText")} />}
          />
        )}
      </Card>
      {rows.length > 0 ? <ListEnd query={list} /> : null}
      <AuditEntrySheet
        entry={shown}
        onClose={() => setShown(null)}
        onNarrow={(filter) => {
          setShown(null);
          void state.setFilters(filter);
        }}
      />
    </>
  );
}
