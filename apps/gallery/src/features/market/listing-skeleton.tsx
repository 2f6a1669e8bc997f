"use client";

import { Skeleton } from "@oto/ui";
import { useTranslations } from "next-intl";

/** The shape of a vehicle's page. */
export function ListingSkeleton() {
  const t = useTranslations("common");
  return (
    <div role="status" aria-label={t("loading")}>
      <Skeleton className="mb-3 h-5 w-40" />
      <Skeleton className="mb-6 h-9 w-3/5" />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <Skeleton className="aspect-3/2 w-full" />
        <Skeleton className="h-96 w-full" />
        <Skeleton className="h-80 w-full" />
      </div>
    </div>
  );
}
