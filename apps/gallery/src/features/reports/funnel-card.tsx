"use client";

import { funnelSteps } from "@oto/domain";
import { BarMini, Card, Skeleton } from "@oto/ui";
import { FunnelChart } from "@oto/ui/chart";
import { useTranslations } from "next-intl";
import { useFormats } from "../labels/use-formats";
import type { Funnel } from "./report-views";
import { useReportFormats } from "./use-report-formats";

/** Where the offers of the period led, and how much of the stock took part. */
export function FunnelCard({ funnel }: { funnel: Funnel | undefined }) {
  const t = useTranslations("reports");
  const domain = useTranslations("domain");
  const { number } = useFormats();
  const { share } = useReportFormats();
  if (funnel === undefined) return <Skeleton className="h-104 rounded-card" />;
  const { current, stock } = funnel;
  const made = number(current.made);
  return (
    <Card
      title={t("funnelTitle")}
      description={t("funnelText", { count: made })}
      className="break-inside-avoid"
    >
      <FunnelChart
        label={t("funnelLabel", { made, completed: number(current.completed) })}
        steps={funnelSteps(current).map(({ stage, count, shareBps }) => ({
          id: stage,
          label: domain(`funnelStage.${stage}`),
          value: count,
          text: number(count),
          note: shareBps === null ? undefined : share(shareBps),
        }))}
      />
      {stock === null ? null : (
        <section className="mt-5 border-t pt-4">
          <h3 className="mb-3 font-medium text-sm">{t("stockTitle")}</h3>
          <BarMini
            className="gap-x-8 sm:grid sm:grid-cols-2"
            max={Math.max(1, stock.onMarket)}
            items={[
              { id: "market", label: t("stockOnMarket"), value: stock.onMarket },
              { id: "offers", label: t("stockWithOffers"), value: stock.withOffers },
              { id: "reserved", label: t("stockReserved"), value: stock.reserved },
              { id: "sold", label: t("stockSold"), value: stock.sold, tone: "success" as const },
            ].map((item) => ({ ...item, text: number(item.value) }))}
          />
        </section>
      )}
    </Card>
  );
}
