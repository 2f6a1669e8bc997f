"use client";

import type { ReportGrain } from "@oto/domain";
import { useLocale } from "next-intl";
import { useMemo } from "react";
import { intlLocale } from "../../i18n/locale";
import { useDuration } from "../labels/use-duration";

/** Noon of a day in Türkiye: the same day wherever it is written. */
const noonOf = (day: string) => new Date(`${day}T09:00:00Z`);

/** Writes what reports measure: shares, time spans, pieces of a period. */
export function useReportFormats() {
  const locale = useLocale();
  const writeSpan = useDuration();
  return useMemo(() => {
    const tag = intlLocale(locale);
    const timeZone = "Europe/Istanbul";
    const share = new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: 1 });
    const signed = new Intl.NumberFormat(tag, {
      style: "percent",
      maximumFractionDigits: 0,
      signDisplay: "exceptZero",
    });
    const shortDay = new Intl.DateTimeFormat(tag, { day: "numeric", month: "short", timeZone });
    const day = new Intl.DateTimeFormat(tag, { dateStyle: "medium", timeZone });
    const month = new Intl.DateTimeFormat(tag, { month: "short", year: "2-digit", timeZone });
    return {
      share: (bps: number | null) => (bps === null ? "–" : share.format(bps / 10_000)),
      change: (bps: number) => signed.format(bps / 10_000),
      duration: (ms: number | null) => (ms === null ? "–" : writeSpan(ms)),
      day: (iso: string) => day.format(noonOf(iso)),
      piece: (iso: string, grain: ReportGrain) =>
        (grain === "month" ? month : shortDay).format(noonOf(iso)),
    };
  }, [locale, writeSpan]);
}
