"use client";

import { Card, DataTable, EmptyState, PageHeader, Tabs } from "@oto/ui";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Scale } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useTRPC } from "../../trpc";
import { ListEnd } from "../form/list-end";
import { QueryError } from "../form/query-error";
import { LiveBadge } from "../labels/live-badge";
import { useDisputeColumns } from "./use-dispute-columns";

const STATES = ["OPEN", "ENDED", "ALL"] as const;
const POLL_MS = 10_000;
const FILTER = { OPEN: { open: true }, ENDED: { open: false }, ALL: {} } as const;

/** Disputes between two galleries: what waits for a decision comes first. */
export function DisputeInbox() {
  const t = useTranslations("disputes");
  const router = useRouter();
  const { admin } = useTRPC();
  const [state, setState] = useQueryState(
    "durum",
    parseAsStringLiteral(STATES).withDefault("OPEN"),
  );
  const query = useInfiniteQuery(
    admin.disputes.list.infiniteQueryOptions(FILTER[state], {
      getNextPageParam: (page) => page.nextCursor,
      placeholderData: keepPreviousData,
      refetchInterval: POLL_MS,
    }),
  );
  const columns = useDisputeColumns();
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const openCount = query.data?.pages[0]?.openCount;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={<LiveBadge updatedAt={query.dataUpdatedAt} failing={query.isError} />}
        below={
          <Tabs
            label={t("tabs")}
            value={state}
            onValueChange={(id) => void setState(STATES.find((known) => known === id) ?? "OPEN")}
            items={STATES.map((id) => ({
              id,
              label: t(`state.${id}`),
              count: id === "OPEN" ? openCount : undefined,
            }))}
          />
        }
      />
      <Card padding="flush">
        {query.isError && query.data === undefined ? (
          <QueryError error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <DataTable
            caption={t("title")}
            columns={columns}
            rows={rows}
            rowId={(row) => row.disputeId}
            onRowPress={(row) => router.push(`/anlasmazliklar/${row.disputeId}`)}
            loadingRows={query.isPending ? 6 : 0}
            empty={
              <EmptyState
                icon={<Scale aria-hidden="true" />}
                title={t("emptyTitle")}
                description={t(state === "OPEN" ? "emptyOpenText" : "emptyText")}
              />
            }
          />
        )}
      </Card>
      {rows.length > 0 ? <ListEnd query={query} /> : null}
    </>
  );
}
