"use client";

import type { Money } from "@oto/domain";
import { formatMoney } from "@oto/domain";
import { useLocale } from "next-intl";
import { useMemo } from "react";
import { intlLocale, toAppLocale } from "../../i18n/locale";

/** Writes numbers, amounts and instants for the reader; days are days in Türkiye. */
export function useFormats() {
  const locale = useLocale();
  return useMemo(() => {
    const tag = intlLocale(locale);
    const timeZone = "Europe/Istanbul";
    const number = new Intl.NumberFormat(tag);
    const day = new Intl.DateTimeFormat(tag, { dateStyle: "medium", timeZone });
    const regions = new Intl.DisplayNames([tag], { type: "region" });
    const instant = new Intl.DateTimeFormat(tag, {
      dateStyle: "medium",
      timeStyle: "short",
      timeZone,
    });
    return {
      number: (value: number) => number.format(value),
      km: (value: number) => `${number.format(value)} km`,
      money: (value: Money) => formatMoney(value, toAppLocale(locale)),
      country: (code: string) => regions.of(code) ?? code,
      day: (iso: string) => day.format(new Date(iso)),
      instant: (iso: string) => instant.format(new Date(iso)),
    };
  }, [locale]);
}
