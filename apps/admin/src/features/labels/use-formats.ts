"use client";

import { useLocale } from "next-intl";
import { useMemo } from "react";
import { intlLocale } from "../../i18n/locale";

/** Writes numbers and instants for the reader; days are days in Türkiye. */
export function useFormats() {
  const locale = useLocale();
  return useMemo(() => {
    const tag = intlLocale(locale);
    const timeZone = "Europe/Istanbul";
    const number = new Intl.NumberFormat(tag);
    const day = new Intl.DateTimeFormat(tag, { dateStyle: "medium", timeZone });
    const shortDay = new Intl.DateTimeFormat(tag, { day: "numeric", month: "short", timeZone });
    const regions = new Intl.DisplayNames([tag], { type: "region" });
    const instant = new Intl.DateTimeFormat(tag, {
      dateStyle: "medium",
      timeStyle: "short",
      timeZone,
    });
    const clock = new Intl.DateTimeFormat(tag, { timeStyle: "medium", timeZone });
    return {
      number: (value: number) => number.format(value),
      country: (code: string) => regions.of(code) ?? code,
      day: (iso: string) => day.format(new Date(iso)),
      shortDay: (iso: string) => shortDay.format(new Date(iso)),
      instant: (iso: string) => instant.format(new Date(iso)),
      clock: (ms: number) => clock.format(new Date(ms)),
    };
  }, [locale]);
}
