"use client";

import { errorData } from "@oto/trpc/client";
import { Badge, Breadcrumb, EmptyState, PageHeader, Skeleton } from "@oto/ui";
import { useQuery } from "@tanstack/react-query";
import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";
import { QueryError } from "../form/query-error";
import { CaseFacts } from "./case-facts";
import { CaseGallery } from "./case-gallery";
import { CaseTalk } from "./case-talk";
import { EvidenceSheet } from "./evidence-sheet";
import { STATUS_TONE } from "./support-views";

const POLL_MS = 15_000;

/** One case: the talk, where it stands, and who asks. */
export function CasePage({ caseId }: { caseId: string }) {
  const t = useTranslations("support");
  const common = useTranslations("common");
  const { admin } = useTRPC();
  const { data, error, isPending, refetch } = useQuery(
    admin.support.get.queryOptions({ caseId }, { refetchInterval: POLL_MS }),
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
            items={[{ label: t("title"), href: "/destek" }, { label: `#${data.number}` }]}
          />
        }
        title={data.subject}
        badge={<Badge tone={STATUS_TONE[data.status]}>{t(`statuses.${data.status}`)}</Badge>}
        actions={data.about.roomId === null ? undefined : <EvidenceSheet caseId={caseId} />}
      />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <CaseTalk item={data} />
        <div className="grid gap-5 md:grid-cols-2 xl:grid-cols-1">
          <CaseFacts item={data} />
          <CaseGallery galleryId={data.gallery.galleryId} />
        </div>
      </div>
    </>
  );
}
