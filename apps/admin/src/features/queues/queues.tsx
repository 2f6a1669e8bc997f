"use client";

import { PageHeader } from "@oto/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";
import { QueryError } from "../form/query-error";
import { LiveBadge } from "../labels/live-badge";
import { DeadLetters } from "./dead-letters";
import { QueueCards } from "./queue-cards";

const POLL_MS = 2_000;

/** How much work waits, and what was given up. */
export function Queues() {
  const t = useTranslations("queues");
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
      ) : (
        <QueueCards figures={data} readAt={dataUpdatedAt} />
      )}
      <DeadLetters />
    </>
  );
}
