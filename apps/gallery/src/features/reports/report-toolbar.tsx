"use client";

import { previousPeriod, REPORT_PRESETS } from "@oto/domain";
import { Chip, PeriodPicker, Tabs } from "@oto/ui";
import { useTranslations } from "next-intl";
import type { ReportFilters } from "./use-report-filters";
import { useReportFormats } from "./use-report-formats";

interface ReportToolbarProps {
  filters: ReportFilters;
  today: string;
  /** Names of what the reports are narrowed to, once they are known. */
  names: { vehicle: string | undefined; person: string | undefined };
}

/** Which offers, which days, and what the figures are narrowed to. */
export function ReportToolbar({ filters, today, names }: ReportToolbarProps) {
  const t = useTranslations("reports");
  const { day } = useReportFormats();
  const { period, preset, side, vehicleId, userId } = filters;
  const before = previousPeriod(period);
  const span = ({ from, to }: typeof period) => ({ from: day(from), to: day(to) });
  const narrowed = [
    {
      id: "vehicle",
      on: vehicleId !== null,
      text: names.vehicle ? t("byVehicle", { title: names.vehicle }) : t("oneVehicle"),
      remove: () => filters.setVehicle(null),
    },
    {
      id: "person",
      on: userId !== null,
      text: names.person ? t("byPerson", { name: names.person }) : t("onePerson"),
      remove: () => filters.setPerson(null),
    },
  ].filter(({ on }) => on);
  return (
    <div className="mb-5 flex flex-col gap-4">
      <Tabs
        className="print:hidden"
        label={t("sides")}
        value={side}
        onValueChange={(id) => filters.setSide(id === "BUYER" ? "BUYER" : "SELLER")}
        items={[
          { id: "SELLER", label: t("incoming") },
          { id: "BUYER", label: t("outgoing") },
        ]}
      />
      <PeriodPicker
        className="print:hidden"
        presets={REPORT_PRESETS.map((id) => ({ id, label: t(`presets.${id}`) }))}
        preset={preset}
        value={period}
        max={today}
        onPreset={(id) => {
          const chosen = REPORT_PRESETS.find((each) => each === id);
          if (chosen) filters.setPreset(chosen);
        }}
        onDays={filters.setDays}
        labels={{
          group: t("period"),
          custom: t("custom"),
          from: t("from"),
          to: t("to"),
          apply: t("apply"),
          wrong: t("backwards"),
        }}
      />
      <p className="text-ink-muted text-sm">
        <span className="font-medium text-ink">{t("span", span(period))}</span>
        {" · "}
        {t("comparedWith", span(before))}
      </p>
      {narrowed.length === 0 ? null : (
        <ul aria-label={t("filters")} className="flex flex-wrap gap-2">
          {narrowed.map(({ id, text, remove }) => (
            <li key={id} className="min-w-0">
              <Chip selected onRemove={remove} removeLabel={t("remove", { filter: text })}>
                {text}
              </Chip>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
