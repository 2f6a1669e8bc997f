"use client";

import { REPORT_GRAINS } from "@oto/domain";
import { Card, RadioGroup, Skeleton } from "@oto/ui";
import { ChartLegend, TrendChart } from "@oto/ui/chart";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useFormats } from "../labels/use-formats";
import type { Funnel } from "./report-views";
import type { ReportFilters } from "./use-report-filters";
import { useReportFormats } from "./use-report-formats";

/** Offers and what became of them, piece by piece. */
export function TrendCard({
  funnel,
  filters,
}: {
  funnel: Funnel | undefined;
  filters: ReportFilters;
}) {
  const t = useTranslations("reports");
  const domain = useTranslations("domain");
  const { number } = useFormats();
  const { piece } = useReportFormats();
  const data = useMemo(
    () =>
      funnel?.buckets.map(({ day, made, accepted, completed }) => ({
        at: piece(day, funnel.grain),
        made,
        accepted,
        completed,
      })),
    [funnel, piece],
  );
  if (funnel === undefined || data === undefined)
    return <Skeleton className="h-104 rounded-card" />;
  const series = (["made", "accepted", "completed"] as const).map((key) => ({
    key,
    label: domain(`funnelStage.${key}`),
  }));
  return (
    <Card
      title={t("trendTitle")}
      className="break-inside-avoid"
      actions={
        <RadioGroup
          className="print:hidden"
          variant="segments"
          label={t("grain")}
          value={funnel.grain}
          onValueChange={filters.setGrain}
          options={REPORT_GRAINS.map((grain) => ({ value: grain, label: t(`grains.${grain}`) }))}
        />
      }
    >
      <TrendChart
        data={data}
        series={series}
        label={t("trendLabel", {
          made: number(funnel.current.made),
          completed: number(funnel.current.completed),
        })}
        axisLabel={t("bucketAxis")}
        format={number}
        height={280}
      />
      <div className="mt-3">
        <ChartLegend items={series} />
      </div>
    </Card>
  );
}
