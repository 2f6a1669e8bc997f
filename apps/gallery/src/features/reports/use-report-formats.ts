"use client";

import type { ReportGrain } from "@oto/domain";
import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { intlLocale } from "../../i18n/locale";

const MINUTE_MS = 60_000;

/** Noon of a day in Türkiye: the same day wherever it is written. */
const noonOf = (day: string) => new Date(`${day}T09:00:00Z`);

/** Writes what reports measure: shares, time spans, pieces of a period. */
export function useReportFormats() {
  const locale = useLocale();
  const t = useTranslations("reports");
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
    const duration = (ms: number | null): string => {
      if (ms === null) return t("duration.none");
      const minutes = Math.round(ms / MINUTE_MS);
      if (minutes < 1) return t("duration.moment");
      if (minutes < 60) return t("duration.minutes", { m: minutes });
      const hours = Math.floor(minutes / 60);
      const [m, h, d] = [minutes % 60, hours % 24, Math.floor(hours / 24)];
      if (d > 0) return h > 0 ? t("duration.days", { d, h }) : t("duration.wholeDays", { d });
      return m > 0 ? t("duration.hours", { h, m }) : t("duration.wholeHours", { h });
    };
    return {
      share: (bps: number | null) => (bps === null ? "–" : share.format(bps / 10_000)),
      change: (bps: number) => signed.format(bps / 10_000),
      duration,
      day: (iso: string) => day.format(noonOf(iso)),
      piece: (iso: string, grain: ReportGrain) =>
        (grain === "month" ? month : shortDay).format(noonOf(iso)),
    };
  }, [locale, t]);
}
