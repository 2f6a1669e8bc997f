"use client";

import { Card } from "@oto/ui";
import { BarsChart, ChartLegend, TrendChart } from "@oto/ui/chart";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useFormats } from "../labels/use-formats";
import type { Figures } from "./figures";

/** The last two weeks: who came, and what was traded. */
export function TrendCards({ days }: { days: Figures["days"] }) {
  const t = useTranslations("overview");
  const { number, shortDay } = useFormats();
  const data = useMemo(
    () => days.map(({ date, ...counts }) => ({ at: shortDay(`${date}T12:00:00Z`), ...counts })),
    [days, shortDay],
  );
  const sum = (key: "registrations" | "vehicles" | "offers") =>
    number(days.reduce((total, day) => total + day[key], 0));
  const trade = [
    { key: "vehicles", label: t("vehicles") },
    { key: "offers", label: t("offers") },
  ];
  return (
    <div className="grid gap-5 lg:grid-cols-2">
      <Card title={t("registrationsPerDay")}>
        <BarsChart
          data={data}
          series={[{ key: "registrations", label: t("registrations") }]}
          label={t("registrationsChart", { count: sum("registrations") })}
          axisLabel={t("day")}
          format={number}
        />
      </Card>
      <Card title={t("tradePerDay")} actions={<ChartLegend items={trade} />}>
        <TrendChart
          data={data}
          series={trade}
          label={t("tradeChart", { vehicles: sum("vehicles"), offers: sum("offers") })}
          axisLabel={t("day")}
          format={number}
        />
      </Card>
    </div>
  );
}
