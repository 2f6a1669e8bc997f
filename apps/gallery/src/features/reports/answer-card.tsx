"use client";

import { BarMini, Card, Skeleton, Sparkline } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useFormats } from "../labels/use-formats";
import { FigureList } from "./figure-list";
import type { AnswerTimes } from "./report-views";
import { useReportFormats } from "./use-report-formats";

/** How fast first answers came. */
export function AnswerCard({ answers }: { answers: AnswerTimes | undefined }) {
  const t = useTranslations("reports");
  const domain = useTranslations("domain");
  const { number } = useFormats();
  const { duration } = useReportFormats();
  if (answers === undefined) return <Skeleton className="h-96 rounded-card" />;
  const { current, bands, buckets, side } = answers;
  const course = buckets.flatMap(({ medianMs }) => medianMs ?? []);
  const figures = [
    { id: "median", label: t("median"), value: duration(current.medianMs) },
    {
      id: "p90",
      label: t("p90"),
      value: current.p90Ms === null ? "–" : t("within", { time: duration(current.p90Ms) }),
    },
    { id: "waiting", label: t("waiting"), value: number(current.waiting) },
    { id: "unanswered", label: t("unanswered"), value: number(current.unanswered) },
    ...(current.byRule > 0
      ? [{ id: "rule", label: t("byRule"), value: number(current.byRule) }]
      : []),
  ];
  return (
    <Card
      title={t(side === "SELLER" ? "answerTitle" : "answerTitleBuyer")}
      description={t("answerText")}
      className="break-inside-avoid"
    >
      <FigureList items={figures} />
      {course.length > 1 ? (
        <Sparkline values={course} label={t("answerTrend")} className="mb-4 h-10" />
      ) : null}
      <BarMini
        max={Math.max(1, current.answered)}
        items={bands.map(({ band, count }) => ({
          id: band,
          label: domain(`answerBand.${band}`),
          value: count,
          text: number(count),
          tone: band === "later" ? ("warn" as const) : ("brand" as const),
        }))}
      />
    </Card>
  );
}
