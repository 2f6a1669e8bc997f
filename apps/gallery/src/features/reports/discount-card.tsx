"use client";

import { BarMini, Card, Skeleton } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useFormats } from "../labels/use-formats";
import { FigureList } from "./figure-list";
import type { Discounts } from "./report-views";
import { useReportFormats } from "./use-report-formats";

/** How far agreed amounts lie below the asking price. */
export function DiscountCard({ discounts }: { discounts: Discounts | undefined }) {
  const t = useTranslations("reports");
  const domain = useTranslations("domain");
  const { number } = useFormats();
  const { share } = useReportFormats();
  if (discounts === undefined) return <Skeleton className="h-96 rounded-card" />;
  const { current, bands } = discounts;
  const spread =
    current.p10Bps === null
      ? "–"
      : t("spreadValue", { low: share(current.p10Bps), high: share(current.p90Bps) });
  return (
    <Card
      title={t("discountTitle")}
      description={t("discountText", { count: number(current.deals) })}
      className="break-inside-avoid"
    >
      <FigureList
        items={[
          { id: "opening", label: t("opening"), value: share(current.openingMedianBps) },
          { id: "agreed", label: t("agreed"), value: share(current.medianBps) },
          { id: "spread", label: t("spread"), value: spread },
        ]}
      />
      <BarMini
        max={Math.max(1, current.deals)}
        items={bands.map(({ band, count }) => ({
          id: band,
          label: domain(`discountBand.${band}`),
          value: count,
          text: number(count),
          tone: "accent" as const,
        }))}
      />
    </Card>
  );
}
