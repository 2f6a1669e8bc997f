"use client";

import { PageHeader } from "@oto/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";
import { QueryError } from "../form/query-error";
import { LiveBadge } from "../labels/live-badge";
import { FigureTiles } from "./figure-tiles";
import { OverviewSkeleton } from "./overview-skeleton";
import { QueueSummary } from "./queue-summary";
import { StateShares } from "./state-shares";
import { TrendCards } from "./trend-cards";
import { WaitingCallouts } from "./waiting-callouts";

const POLL_MS = 5_000;

/** The platform at a glance; whatever waits for a decision comes first. */
export function Overview() {
  const t = useTranslations("overview");
  const trpc = useTRPC();
  const { data, error, dataUpdatedAt, refetch } = useQuery(
    trpc.admin.overview.queryOptions(undefined, { refetchInterval: POLL_MS }),
  );
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={<LiveBadge updatedAt={dataUpdatedAt} failing={error !== null} />}
      />
      {data === undefined && error !== null ? (
        <QueryError error={error} onRetry={() => void refetch()} />
      ) : null}
      {data === undefined && error === null ? <OverviewSkeleton /> : null}
      {data === undefined ? null : (
        <div className="flex flex-col gap-5">
          <WaitingCallouts figures={data} />
          <FigureTiles figures={data} />
          <TrendCards days={data.days} />
          <StateShares figures={data} />
          <QueueSummary figures={data} />
        </div>
      )}
    </>
  );
}
