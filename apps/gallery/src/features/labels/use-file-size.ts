"use client";

import { useLocale } from "next-intl";
import { useCallback } from "react";
import { intlLocale } from "../../i18n/locale";

const KILO = 1024;

/** Writes a number of bytes as people read it: `240 kB`, `1,8 MB`. */
export function useFileSize(): (bytes: number) => string {
  const locale = intlLocale(useLocale());
  return useCallback(
    (bytes) => {
      const mega = bytes >= KILO * KILO;
      return new Intl.NumberFormat(locale, {
        style: "unit",
        unit: mega ? "megabyte" : "kilobyte",
        maximumFractionDigits: mega ? 1 : 0,
      }).format(bytes / (mega ? KILO * KILO : KILO));
    },
    [locale],
  );
}
