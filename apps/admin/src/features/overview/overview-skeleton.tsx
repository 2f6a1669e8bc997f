"use client";

import { Skeleton } from "@oto/ui";
import { useTranslations } from "next-intl";

const TILES = ["a", "b", "c", "d", "e", "f"];

/** The overview's shape while its figures come. */
export function OverviewSkeleton() {
  const t = useTranslations("common");
  return (
    <div role="status" className="flex flex-col gap-5">
      <span className="sr-only">{t("loading")}</span>
      <div className="grid grid-cols-2 gap-3 sm:gap-4 lg:grid-cols-3 2xl:grid-cols-6">
        {TILES.map((id) => (
          <Skeleton key={id} className="h-28 rounded-card" />
        ))}
      </div>
      <div className="grid gap-5 lg:grid-cols-2">
        <Skeleton className="h-84 rounded-card" />
        <Skeleton className="h-84 rounded-card" />
      </div>
    </div>
  );
}
