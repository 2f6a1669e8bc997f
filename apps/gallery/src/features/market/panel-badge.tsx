"use client";

import { Badge } from "@oto/ui";
import { BadgeCheck, PaintRoller } from "lucide-react";
import { useTranslations } from "next-intl";

interface PanelBadgeProps {
  flawless: boolean;
  painted: number;
  replaced: number;
}

/** The body in two words: flawless, or how much of it was painted and replaced. */
export function PanelBadge({ flawless, painted, replaced }: PanelBadgeProps) {
  const t = useTranslations("market");
  if (flawless) {
    return (
      <Badge tone="success" icon={<BadgeCheck aria-hidden="true" />}>
        {t("panels.flawless")}
      </Badge>
    );
  }
  const parts = [
    ...(painted > 0 ? [t("panels.painted", { count: painted })] : []),
    ...(replaced > 0 ? [t("panels.replaced", { count: replaced })] : []),
  ];
  if (parts.length === 0) return <Badge>{t("panels.unpainted")}</Badge>;
  return (
    <Badge tone={replaced > 0 ? "danger" : "warn"} icon={<PaintRoller aria-hidden="true" />}>
      {parts.join(", ")}
    </Badge>
  );
}
