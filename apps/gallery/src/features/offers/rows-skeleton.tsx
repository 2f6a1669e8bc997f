"use client";

import { Skeleton } from "@oto/ui";
import { useTranslations } from "next-intl";

const EXPECTED = ["a", "b", "c", "d"] as const;

/** The shape of rows on their way. */
export function RowsSkeleton() {
  const t = useTranslations("common");
  return (
    <div role="status" aria-label={t("loading")} className="flex flex-col gap-3">
      {EXPECTED.map((id) => (
        <div key={id} className="flex gap-4 rounded-card border bg-surface p-3 shadow-card">
          <Skeleton className="aspect-4/3 w-28 shrink-0 sm:w-36" />
          <div className="flex flex-1 flex-col gap-2 py-1">
            <Skeleton className="h-5 w-3/5" />
            <Skeleton className="h-4 w-2/5" />
            <Skeleton className="mt-auto h-6 w-1/3" />
          </div>
        </div>
      ))}
    </div>
  );
}
