"use client";

import { changeOf, shareBps } from "@oto/domain";
import type { Tone } from "@oto/ui";
import { Skeleton, Sparkline, StatTile } from "@oto/ui";
import { BadgePercent, Banknote, CircleCheckBig, Handshake, Timer, TrendingUp } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormats } from "../labels/use-formats";
import type { AnswerTimes, Discounts, Funnel } from "./report-views";
import { useReportFormats } from "./use-report-formats";

interface Tile {
  id: string;
  icon: ReactNode;
  current: number | null | undefined;
  before: number | null | undefined;
  write: (value: number | null) => string;
  /** Which way is good; none for what is neither. */
  good?: "up" | "down";
  /** The change in percent, where that says something. */
  relative?: boolean;
  spark?: readonly number[] | undefined;
}

interface ReportTilesProps {
  funnel: Funnel | undefined;
  answers: AnswerTimes | undefined;
  discounts: Discounts | undefined;
}

/** The figures of the period at a glance, each against the period before. */
export function ReportTiles({ funnel, answers, discounts }: ReportTilesProps) {
  const t = useTranslations("reports");
  const { number, money } = useFormats();
  const formats = useReportFormats();
  const sold = (counts: Funnel["current"]) => shareBps(counts.completed, counts.made);
  const worth = (values: Funnel["completedValue"] | undefined) => values?.[0]?.amount ?? 0;
  const currency = funnel?.completedValue[0]?.currency ?? "TRY";
  const numberOf = (value: number | null) => number(value ?? 0);
  const tiles: Tile[] = [
    {
      id: "made",
      icon: <Handshake aria-hidden="true" />,
      current: funnel?.current.made,
      before: funnel?.before.made,
      write: numberOf,
      good: "up",
      relative: true,
      spark: funnel?.buckets.map(({ made }) => made),
    },
    {
      id: "completed",
      icon: <CircleCheckBig aria-hidden="true" />,
      current: funnel?.current.completed,
      before: funnel?.before.completed,
      write: numberOf,
      good: "up",
      relative: true,
      spark: funnel?.buckets.map(({ completed }) => completed),
    },
    {
      id: "conversion",
      icon: <TrendingUp aria-hidden="true" />,
      current: funnel && sold(funnel.current),
      before: funnel && sold(funnel.before),
      write: formats.share,
      good: "up",
    },
    {
      id: "answer",
      icon: <Timer aria-hidden="true" />,
      current: answers?.current.medianMs,
      before: answers?.before.medianMs,
      write: formats.duration,
      good: "down",
    },
    {
      id: "discount",
      icon: <BadgePercent aria-hidden="true" />,
      current: discounts?.current.medianBps,
      before: discounts?.before.medianBps,
      write: formats.share,
    },
    {
      id: "worth",
      icon: <Banknote aria-hidden="true" />,
      current: funnel && worth(funnel.completedValue),
      before: funnel && worth(funnel.completedValueBefore),
      write: (value) => money({ amount: value ?? 0, currency }),
      good: "up",
      relative: true,
    },
  ];
  const trendOf = ({ current, before, write, good, relative }: Tile) => {
    const change = changeOf(current ?? null, before ?? null);
    if (change === null) return { direction: "flat" as const, text: t("noBefore") };
    const value = write(before ?? null);
    const bad: Tone = change.direction === "flat" ? "neutral" : "danger";
    const tone: Tone = change.direction === good ? "success" : bad;
    const text =
      relative && change.bps !== null
        ? t("changed", { change: formats.change(change.bps), value })
        : t("against", { value });
    return { direction: change.direction, text, tone: good === undefined ? undefined : tone };
  };
  return (
    <ul className="grid grid-cols-2 gap-3 lg:grid-cols-3 2xl:grid-cols-6">
      {tiles.map((tile) => (
        <li key={tile.id} className="flex *:w-full">
          <StatTile
            label={t(`tiles.${tile.id}`)}
            icon={tile.icon}
            value={
              tile.current === undefined ? (
                <Skeleton className="h-9 w-20" />
              ) : (
                <span className="whitespace-nowrap text-xl sm:text-[1.625rem]">
                  {tile.write(tile.current)}
                </span>
              )
            }
            trend={tile.current === undefined ? undefined : trendOf(tile)}
            visual={
              tile.spark === undefined || tile.spark.length < 2 ? undefined : (
                <Sparkline
                  values={tile.spark}
                  label={t("spark", { count: number(tile.current ?? 0) })}
                />
              )
            }
          />
        </li>
      ))}
    </ul>
  );
}
