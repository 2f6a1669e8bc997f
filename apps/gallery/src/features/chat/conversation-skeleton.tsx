"use client";

import { Skeleton } from "@oto/ui";
import { useTranslations } from "next-intl";

const EXPECTED = ["w-1/2", "w-2/3 self-end", "w-2/5", "w-1/2 self-end", "w-3/5"] as const;

/** Where messages will be. */
export function ConversationSkeleton() {
  const common = useTranslations("common");
  return (
    <div
      role="status"
      aria-label={common("loading")}
      className="flex h-full flex-col justify-end gap-3 p-5"
    >
      {EXPECTED.map((width) => (
        <Skeleton key={width} className={`h-12 rounded-card ${width}`} />
      ))}
    </div>
  );
}
