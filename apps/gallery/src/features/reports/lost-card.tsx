"use client";

import { BarMini, Card, EmptyState, Skeleton } from "@oto/ui";
import { CircleCheckBig } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormats } from "../labels/use-formats";
import type { LostReasons } from "./report-views";

/** Why negotiations did not become sales, the commonest reason first. */
export function LostCard({ lost }: { lost: LostReasons | undefined }) {
  const t = useTranslations("reports");
  const domain = useTranslations("domain");
  const { number } = useFormats();
  if (lost === undefined) return <Skeleton className="h-80 rounded-card" />;
  const reasons = lost.reasons.filter(({ count }) => count > 0);
  return (
    <Card
      title={t("lostTitle")}
      description={reasons.length > 0 ? t("lostText", { count: number(lost.lost) }) : undefined}
      className="break-inside-avoid"
    >
      {reasons.length === 0 ? (
        <EmptyState icon={<CircleCheckBig aria-hidden="true" />} title={t("lostNone")} />
      ) : (
        <BarMini
          max={Math.max(1, lost.lost)}
          items={reasons.map(({ reason, count, before }) => ({
            id: reason,
            label: domain(`lostReason.${reason}`),
            value: count,
            text: t("beforeCount", { count: number(count), before: number(before) }),
            tone: "danger" as const,
          }))}
        />
      )}
    </Card>
  );
}
