"use client";

import { funnelSteps } from "@oto/domain";
import { BarMini, Card } from "@oto/ui";
import { BarsChart, ChartLegend, FunnelChart, TrendChart } from "@oto/ui/chart";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useFormats } from "../labels/use-formats";
import type { PlatformReport } from "./platform-report";
import { useReportFormats } from "./use-report-formats";

const MINUTE_MS = 60_000;

/** Stock, offers, conversion and times to answer over the period. */
export function ReportCharts({ report }: { report: PlatformReport }) {
  const t = useTranslations("reports");
  const domain = useTranslations("domain");
  const { number } = useFormats();
  const { piece, share, duration } = useReportFormats();
  const { current, buckets, grain, reasons } = report;
  const data = useMemo(
    () =>
      buckets.map(({ day, answerMedianMs, ...bucket }) => ({
        at: piece(day, grain),
        vehiclesPublished: bucket.vehiclesPublished,
        vehiclesSold: bucket.vehiclesSold,
        made: bucket.made,
        accepted: bucket.accepted,
        completed: bucket.completed,
        answer: answerMedianMs === null ? null : Math.round(answerMedianMs / MINUTE_MS),
      })),
    [buckets, grain, piece],
  );
  const stock = [
    { key: "vehiclesPublished", label: t("tiles.vehiclesPublished") },
    { key: "vehiclesSold", label: t("tiles.vehiclesSold") },
  ];
  const trade = (["made", "accepted", "completed"] as const).map((key) => ({
    key,
    label: domain(`funnelStage.${key}`),
  }));
  const lost = reasons.filter(({ count }) => count > 0);
  const lostTotal = lost.reduce((sum, { count }) => sum + count, 0);
  const counts = { made: number(current.made), completed: number(current.completed) };
  return (
    <div className="grid items-start gap-5 lg:grid-cols-2">
      <Card title={t("trade")}>
        <TrendChart
          data={data}
          series={trade}
          label={t("funnelLabel", counts)}
          axisLabel={t("period")}
          format={number}
        />
        <div className="mt-3">
          <ChartLegend items={trade} />
        </div>
      </Card>
      <Card title={t("stock")}>
        <BarsChart
          data={data}
          series={stock}
          label={t("stockLabel", {
            published: number(current.vehiclesPublished),
            sold: number(current.vehiclesSold),
          })}
          axisLabel={t("period")}
          format={number}
        />
        <div className="mt-3">
          <ChartLegend items={stock} />
        </div>
      </Card>
      <Card title={t("funnel")} description={t("funnelLabel", counts)}>
        <FunnelChart
          label={t("funnelLabel", counts)}
          steps={funnelSteps(current).map(({ stage, count, shareBps }) => ({
            id: stage,
            label: domain(`funnelStage.${stage}`),
            value: count,
            text: number(count),
            note: shareBps === null ? undefined : share(shareBps),
          }))}
        />
      </Card>
      <div className="flex flex-col gap-5">
        <Card
          title={t("answer")}
          description={t("answerText", {
            median: duration(current.answerMedianMs),
            p90: duration(current.answerP90Ms),
          })}
        >
          <TrendChart
            data={data}
            series={[{ key: "answer", label: t("answerMinutes") }]}
            label={t("answerLabel")}
            axisLabel={t("period")}
            format={number}
            height={180}
          />
        </Card>
        <Card title={t("lost")} description={t("lostText", { count: number(lostTotal) })}>
          <BarMini
            max={Math.max(1, lostTotal)}
            items={lost.map(({ reason, count }) => ({
              id: reason,
              label: domain(`lostReason.${reason}`),
              value: count,
              text: number(count),
              tone: "danger" as const,
            }))}
          />
        </Card>
      </div>
    </div>
  );
}
