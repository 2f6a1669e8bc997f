"use client";

import { Skeleton } from "@oto/ui";
import { useTranslations } from "next-intl";

/** The shape of a gallery's page while it comes. */
export function ReviewSkeleton() {
  const t = useTranslations("common");
  return (
    <div role="status">
      <span className="sr-only">{t("loading")}</span>
      <Skeleton className="h-5 w-48" />
      <Skeleton className="mt-3 h-9 w-72" />
      <div className="mt-8 grid gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex flex-col gap-5">
          <Skeleton className="h-100 rounded-card" />
          <Skeleton className="h-72 rounded-card" />
        </div>
        <Skeleton className="h-72 rounded-card" />
      </div>
    </div>
  );
}
