"use client";

import { errorData } from "@oto/trpc/client";
import { Badge, Breadcrumb, EmptyState, PageHeader, Skeleton } from "@oto/ui";
import { useQuery } from "@tanstack/react-query";
import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";
import { QueryError } from "../form/query-error";
import { usePermission } from "../session/session-provider";
import { DisputeDocuments } from "./dispute-documents";
import { DisputeFacts } from "./dispute-facts";
import { DisputeLog } from "./dispute-log";
import { DisputeTalk } from "./dispute-talk";
import { DISPUTE_TONE } from "./dispute-views";
import { SettleSheet } from "./settle-sheet";

const POLL_MS = 15_000;

/** One dispute: what is claimed, what it is judged by, and its end. */
export function DisputePage({ disputeId }: { disputeId: string }) {
  const t = useTranslations("disputes");
  const common = useTranslations("common");
  const { admin } = useTRPC();
  const mayDecide = usePermission("dispute:decide");
  const { data, error, isPending, refetch } = useQuery(
    admin.disputes.get.queryOptions({ disputeId }, { refetchInterval: POLL_MS }),
  );
  if (isPending) {
    return (
      <div role="status" aria-label={common("loading")} className="flex flex-col gap-4">
        <Skeleton className="h-9 w-1/2" />
        <Skeleton className="h-[60dvh] rounded-card" />
      </div>
    );
  }
  if (data === undefined) {
    if (!["NOT_FOUND", "BAD_REQUEST"].includes(errorData(error)?.code ?? "")) {
      return <QueryError error={error} onRetry={() => void refetch()} />;
    }
    return (
      <EmptyState
        size="page"
        icon={<SearchX aria-hidden="true" />}
        title={t("missingTitle")}
        description={t("missingText")}
      />
    );
  }
  return (
    <>
      <PageHeader
        above={
          <Breadcrumb
            label={t("breadcrumb")}
            items={[{ label: t("title"), href: "/anlasmazliklar" }, { label: data.vehicleTitle }]}
          />
        }
        title={data.vehicleTitle}
        badge={<Badge tone={DISPUTE_TONE[data.status]}>{t(`statuses.${data.status}`)}</Badge>}
        actions={mayDecide && data.status === "OPEN" ? <SettleSheet dispute={data} /> : undefined}
      />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid gap-5">
          <DisputeFacts dispute={data} />
          <DisputeLog dispute={data} />
        </div>
        <div className="grid gap-5 md:grid-cols-2 xl:grid-cols-1">
          <DisputeTalk dispute={data} />
          <DisputeDocuments dispute={data} />
        </div>
      </div>
    </>
  );
}
