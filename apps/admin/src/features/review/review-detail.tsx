"use client";

import { errorData } from "@oto/trpc/client";
import { Breadcrumb, Callout, PageHeader } from "@oto/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";
import { QueryError } from "../form/query-error";
import { GalleryStatusBadge } from "../labels/gallery-status-badge";
import { useFormats } from "../labels/use-formats";
import { CheckTable } from "./check-table";
import { ConsentsCard } from "./consents-card";
import { DecisionActions } from "./decision-actions";
import { BusinessCard, ContactCard } from "./gallery-facts";
import { GalleryMissing } from "./gallery-missing";
import { HistoryCard } from "./history-card";
import { PeopleCard } from "./people-card";
import { ReviewSkeleton } from "./review-skeleton";
import { StockCard } from "./stock-card";
import { WaitingTime } from "./waiting-time";

const POLL_MS = 15_000;

/** One gallery with all that a decision needs, and the decision. */
export function ReviewDetail({ galleryId }: { galleryId: string }) {
  const t = useTranslations("review");
  const trpc = useTRPC();
  const { instant } = useFormats();
  const { data, error, refetch } = useQuery(
    trpc.admin.galleries.get.queryOptions({ galleryId }, { refetchInterval: POLL_MS }),
  );
  if (data === undefined) {
    if (error === null) return <ReviewSkeleton />;
    if (errorData(error)?.code !== "NOT_FOUND") {
      return <QueryError error={error} onRetry={() => void refetch()} />;
    }
    return <GalleryMissing />;
  }
  const { gallery } = data;
  return (
    <>
      <PageHeader
        above={
          <Breadcrumb
            label={t("breadcrumb")}
            items={[{ label: t("title"), href: "/kayitlar" }, { label: gallery.name }]}
          />
        }
        title={gallery.name}
        badge={<GalleryStatusBadge status={gallery.status} />}
        description={
          <span className="flex flex-wrap items-center gap-2">
            {t("submittedAt", { date: instant(gallery.submittedAt) })}
            {gallery.status === "PENDING" ? <WaitingTime since={gallery.submittedAt} /> : null}
          </span>
        }
        actions={<DecisionActions detail={data} />}
      />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-5">
          {gallery.statusReason === null ? null : (
            <Callout
              tone={gallery.status === "REJECTED" ? "danger" : "warn"}
              title={t("statusReason")}
            >
              <p className="whitespace-pre-line">{gallery.statusReason}</p>
            </Callout>
          )}
          <CheckTable detail={data} />
          <div className="grid gap-5 lg:grid-cols-2">
            <BusinessCard gallery={gallery} />
            <ContactCard gallery={gallery} />
          </div>
        </div>
        <div className="grid gap-5 md:grid-cols-2 xl:grid-cols-1">
          <PeopleCard members={data.members} />
          <ConsentsCard consents={data.consents} />
          <StockCard vehicles={data.vehicles} />
          <HistoryCard detail={data} />
        </div>
      </div>
    </>
  );
}
