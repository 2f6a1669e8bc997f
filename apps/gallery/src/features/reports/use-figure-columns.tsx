"use client";

import type { DataColumn } from "@oto/ui";
import { Sparkline } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useFormats } from "../labels/use-formats";
import type { StaffRow, VehicleRow } from "./report-views";
import { useReportFormats } from "./use-report-formats";

type Figures = Pick<
  VehicleRow & StaffRow,
  "made" | "accepted" | "completed" | "lost" | "answerMedianMs" | "discountMedianBps" | "spark"
>;

/** The columns that vehicles and people share: counts, medians, and the course of offers. */
export function useFigureColumns<Row extends Figures>(): DataColumn<Row>[] {
  const t = useTranslations("reports");
  const { number } = useFormats();
  const { duration, share } = useReportFormats();
  return useMemo(
    () => [
      {
        id: "made",
        header: t("colOffers"),
        align: "end",
        cell: (row) => number(row.made),
        sortValue: (row) => row.made,
      },
      {
        id: "course",
        header: t("colCourse"),
        from: "md",
        width: "8rem",
        cell: (row) => (
          <Sparkline values={row.spark} label={t("spark", { count: number(row.made) })} />
        ),
      },
      {
        id: "answer",
        header: t("colAnswer"),
        align: "end",
        from: "sm",
        cell: (row) => <span className="whitespace-nowrap">{duration(row.answerMedianMs)}</span>,
        sortValue: (row) => row.answerMedianMs ?? -1,
      },
      {
        id: "accepted",
        header: t("colAgreed"),
        align: "end",
        from: "lg",
        cell: (row) => number(row.accepted),
        sortValue: (row) => row.accepted,
      },
      {
        id: "completed",
        header: t("colSold"),
        align: "end",
        cell: (row) => number(row.completed),
        sortValue: (row) => row.completed,
      },
      {
        id: "lost",
        header: t("colLost"),
        align: "end",
        from: "md",
        cell: (row) => number(row.lost),
        sortValue: (row) => row.lost,
      },
      {
        id: "discount",
        header: t("colDiscount"),
        align: "end",
        from: "lg",
        cell: (row) => share(row.discountMedianBps),
        sortValue: (row) => row.discountMedianBps ?? -1_000_000,
      },
    ],
    [t, number, duration, share],
  );
}
