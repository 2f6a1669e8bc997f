"use client";

import { Badge } from "@oto/ui";
import { CalendarClock } from "lucide-react";
import { useTranslations } from "next-intl";
import { ageTone } from "./status-looks";

interface AgeBadgeProps {
  days: number;
  /** Only the number of days, where space is short. */
  short?: boolean;
}

/** How long a vehicle has been standing, warmer the longer. */
export function AgeBadge({ days, short = false }: AgeBadgeProps) {
  const t = useTranslations("vehicle");
  return (
    <Badge tone={ageTone(days)} icon={<CalendarClock aria-hidden="true" />}>
      {t(short ? "daysShort" : "days", { days })}
    </Badge>
  );
}
