"use client";

import { previousPeriod, REPORT_GRAINS, REPORT_PRESETS } from "@oto/domain";
import { cn, PageHeader, PeriodPicker, RadioGroup, Skeleton } from "@oto/ui";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";
import { QueryError } from "../form/query-error";
import { ExportMenu } from "./export-menu";
import { GalleryTable } from "./gallery-table";
import { ReportCharts } from "./report-charts";
import { ReportFigures } from "./report-figures";
import { useReportFormats } from "./use-report-formats";
import { useReportPeriod } from "./use-report-period";

/** What happened on the platform over a period. */
export function Reports({ today }: { today: string }) {
  const t = useTranslations("reports");
  const trpc = useTRPC();
  const days = useReportPeriod(today);
  const { day } = useReportFormats();
  const { data, error, refetch, isPlaceholderData } = useQuery(
    trpc.admin.reports.summary.queryOptions(days.input, { placeholderData: keepPreviousData }),
  );
  const before = previousPeriod(days.period);
  const span = ({ from, to }: typeof before) => ({ from: day(from), to: day(to) });
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={<ExportMenu input={days.input} />}
      />
      <div className="mb-5 flex flex-col gap-3">
        <div className="flex flex-wrap items-center justify-between gap-3 print:hidden">
          <PeriodPicker
            presets={REPORT_PRESETS.map((id) => ({ id, label: t(`presets.${id}`) }))}
            preset={days.preset}
            value={days.period}
            max={today}
            onPreset={(id) => {
              const chosen = REPORT_PRESETS.find((each) => each === id);
              if (chosen) days.setPreset(chosen);
            }}
            onDays={days.setDays}
            labels={{
              group: t("period"),
              custom: t("custom"),
              from: t("from"),
              to: t("to"),
              apply: t("apply"),
              wrong: t("backwards"),
            }}
          />
          <RadioGroup
            variant="segments"
            label={t("grain")}
            value={data?.grain}
            onValueChange={days.setGrain}
            options={REPORT_GRAINS.map((grain) => ({ value: grain, label: t(`grains.${grain}`) }))}
          />
        </div>
        <p className="text-ink-muted text-sm">
          <span className="font-medium text-ink">{t("span", span(days.period))}</span>
          {" · "}
          {t("comparedWith", span(before))}
        </p>
      </div>
      {error !== null && data === undefined ? (
        <QueryError error={error} onRetry={() => void refetch()} />
      ) : null}
      {error === null && data === undefined ? (
        <div className="flex flex-col gap-5">
          <Skeleton className="h-64 rounded-card" />
          <Skeleton className="h-84 rounded-card" />
        </div>
      ) : null}
      {data === undefined ? null : (
        <div
          aria-busy={isPlaceholderData}
          className={cn(
            "flex flex-col gap-5 transition-opacity",
            isPlaceholderData && "opacity-60",
          )}
        >
          <ReportFigures report={data} />
          <ReportCharts report={data} />
          <GalleryTable input={days.input} />
        </div>
      )}
    </>
  );
}
