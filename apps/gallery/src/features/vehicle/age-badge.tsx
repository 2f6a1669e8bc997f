"use client";

import { Badge } from "@oto/ui";
import { CalendarClock } from "lucide-react";
import { useTranslations } from "next-intl";
import { ageTone } from "./status-looks";

/** How long a vehicle has been standing, warmer the longer. */
export function AgeBadge({ days }: { days: number }) {
  const t = useTranslations("vehicle");
  return (
    <Badge tone={ageTone(days)} icon={<CalendarClock aria-hidden="true" />}>
      {t("days", { days })}
    </Badge>
  );
}
