"use client";

import { changeOf, shareBps } from "@oto/domain";
import { Sparkline, StatTile } from "@oto/ui";
import {
  Building2,
  CarFront,
  CircleCheckBig,
  Handshake,
  Timer,
  TrendingUp,
  UserPlus,
} from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormats } from "../labels/use-formats";
import type { PlatformReport } from "./platform-report";
import { useReportFormats } from "./use-report-formats";

type Figures = PlatformReport["current"];

interface Tile {
  id: string;
  icon: ReactNode;
  of: (figures: Figures) => number | null;
  write: (value: number | null) => string;
  good: "up" | "down";
  /** The change in percent, where that says something. */
  relative: boolean;
}

/** The platform's figures of the period, each against the period before. */
export function ReportFigures({ report }: { report: PlatformReport }) {
  const t = useTranslations("reports");
  const { number } = useFormats();
  const formats = useReportFormats();
  const count = (id: keyof Figures, icon: ReactNode): Tile => ({
    id,
    icon,
    of: (figures) => figures[id],
    write: (value) => number(value ?? 0),
    good: "up",
    relative: true,
  });
  const tiles: Tile[] = [
    count("registrations", <UserPlus aria-hidden="true" />),
    count("activeGalleries", <Building2 aria-hidden="true" />),
    count("vehiclesPublished", <CarFront aria-hidden="true" />),
    count("vehiclesSold", <CarFront aria-hidden="true" />),
    count("made", <Handshake aria-hidden="true" />),
    count("completed", <CircleCheckBig aria-hidden="true" />),
    {
      id: "conversion",
      icon: <TrendingUp aria-hidden="true" />,
      of: (figures) => shareBps(figures.completed, figures.made),
      write: formats.share,
      good: "up",
      relative: false,
    },
    {
      id: "answer",
      icon: <Timer aria-hidden="true" />,
      of: (figures) => figures.answerMedianMs,
      write: formats.duration,
      good: "down",
      relative: false,
    },
  ];
  const trendOf = ({ of, write, good, relative }: Tile) => {
    const before = of(report.before);
    const change = changeOf(of(report.current), before);
    if (change === null) return { direction: "flat" as const, text: t("noBefore") };
    const { direction, bps } = change;
    const bad = direction === "flat" ? ("neutral" as const) : ("danger" as const);
    const value = write(before);
    const text =
      relative && bps !== null
        ? t("changed", { change: formats.change(bps), value })
        : t("against", { value });
    return { direction, text, tone: direction === good ? ("success" as const) : bad };
  };
  return (
    <ul className="grid grid-cols-2 gap-3 sm:gap-4 lg:grid-cols-4">
      {tiles.map((tile) => (
        <li key={tile.id} className="flex *:w-full">
          <StatTile
            label={t(`tiles.${tile.id}`)}
            icon={tile.icon}
            value={
              <span className="whitespace-nowrap text-xl sm:text-[1.625rem]">
                {tile.write(tile.of(report.current))}
              </span>
            }
            trend={trendOf(tile)}
            visual={
              tile.relative && report.buckets.length > 1 ? (
                <Sparkline
                  values={report.buckets.map((bucket) => tile.of(bucket) ?? 0)}
                  label={t("course", { name: t(`tiles.${tile.id}`) })}
                />
              ) : undefined
            }
          />
        </li>
      ))}
    </ul>
  );
}
