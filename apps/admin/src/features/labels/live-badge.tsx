"use client";

import { Badge } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useFormats } from "./use-formats";

interface LiveBadgeProps {
  /** When the figures on the screen were read, ms since epoch; 0 before the first time. */
  updatedAt: number;
  /** The last attempt to refresh them failed. */
  failing: boolean;
}

/** Says how fresh the figures on the screen are. */
export function LiveBadge({ updatedAt, failing }: LiveBadgeProps) {
  const t = useTranslations("common");
  const { clock } = useFormats();
  return (
    <span className="flex items-center gap-2 text-ink-subtle text-sm">
      <Badge tone={failing ? "danger" : "success"} dot>
        {t(failing ? "stale" : "live")}
      </Badge>
      {updatedAt === 0 ? null : (
        <span className="max-sm:hidden">{t("refreshed", { time: clock(updatedAt) })}</span>
      )}
    </span>
  );
}
