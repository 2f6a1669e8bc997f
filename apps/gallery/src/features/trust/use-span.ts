"use client";

import { useTranslations } from "next-intl";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Writes how long something took, in the unit that fits. */
export function useSpan(): (seconds: number) => string {
  const t = useTranslations("deals");
  return (seconds) => {
    if (seconds < MINUTE) return t("span.underMinute");
    if (seconds < HOUR) return t("span.minutes", { count: Math.round(seconds / MINUTE) });
    if (seconds < 2 * DAY) return t("span.hours", { count: Math.round(seconds / HOUR) });
    return t("span.days", { count: Math.round(seconds / DAY) });
  };
}
