"use client";

import { useTranslations } from "next-intl";

/** Writes a number of minutes as people say it: minutes, hours, days. */
export function useMinutes(): (minutes: number) => string {
  const t = useTranslations("offers.spans");
  return (minutes) => {
    if (minutes < 60) return t("minutes", { count: Math.max(1, Math.round(minutes)) });
    if (minutes < 1440) return t("hours", { count: Math.round(minutes / 60) });
    return t("days", { count: Math.round(minutes / 1440) });
  };
}
