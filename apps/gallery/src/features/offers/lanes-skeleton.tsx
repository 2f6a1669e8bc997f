"use client";

import { Skeleton } from "@oto/ui";
import { useTranslations } from "next-intl";

const LANES = ["a", "b", "c", "d"] as const;
const CARDS = ["a", "b"] as const;

/** The shape of a board on its way. */
export function LanesSkeleton() {
  const t = useTranslations("common");
  return (
    <div
      role="status"
      aria-label={t("loading")}
      className="grid gap-5 lg:auto-cols-fr lg:grid-flow-col"
    >
      {LANES.map((lane) => (
        <div key={lane} className="flex flex-col gap-3">
          <Skeleton className="h-7 w-32" />
          {CARDS.map((card) => (
            <Skeleton key={card} className="h-44 rounded-card" />
          ))}
        </div>
      ))}
    </div>
  );
}
