"use client";

import { Skeleton } from "@oto/ui";
import { useTranslations } from "next-intl";

/** The shape of a negotiation's or reservation's page. */
export function DealSkeleton() {
  const t = useTranslations("common");
  return (
    <div role="status" aria-label={t("loading")}>
      <Skeleton className="mb-3 h-5 w-40" />
      <Skeleton className="mb-6 h-9 w-1/2" />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex flex-col gap-6">
          <Skeleton className="h-48 w-full" />
          <Skeleton className="h-72 w-full" />
        </div>
        <Skeleton className="h-80 w-full" />
      </div>
    </div>
  );
}
