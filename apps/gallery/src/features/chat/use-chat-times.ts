"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { intlLocale } from "../../i18n/locale";

const timeZone = "Europe/Istanbul";
const DAY_MS = 86_400_000;
const KEY = new Intl.DateTimeFormat("en-CA", { timeZone });

/** Times as conversations tell them: the clock today, the weekday this week, the date before. */
export function useChatTimes() {
  const locale = useLocale();
  const t = useTranslations("chat");
  return useMemo(() => {
    const tag = intlLocale(locale);
    const clock = new Intl.DateTimeFormat(tag, { hour: "2-digit", minute: "2-digit", timeZone });
    const weekday = new Intl.DateTimeFormat(tag, { weekday: "long", timeZone });
    const date = new Intl.DateTimeFormat(tag, { day: "numeric", month: "long", timeZone });
    const full = new Intl.DateTimeFormat(tag, { dateStyle: "long", timeZone });
    const short = new Intl.DateTimeFormat(tag, {
      day: "2-digit",
      month: "2-digit",
      year: "2-digit",
      timeZone,
    });
    /** `day` is `2026-11-28`, a day in Türkiye. */
    const dayLabel = (day: string): string => {
      const now = Date.now();
      if (day === KEY.format(now)) return t("today");
      if (day === KEY.format(now - DAY_MS)) return t("yesterday");
      const noon = new Date(`${day}T12:00:00+03:00`);
      if (now - noon.getTime() < 6 * DAY_MS) return weekday.format(noon);
      return (day.slice(0, 4) === KEY.format(now).slice(0, 4) ? date : full).format(noon);
    };
    return {
      time: (iso: string) => clock.format(new Date(iso)),
      day: dayLabel,
      /** For a list of conversations: as short as can be. */
      brief: (iso: string) => {
        const at = new Date(iso);
        const day = KEY.format(at);
        if (day === KEY.format(Date.now())) return clock.format(at);
        if (Date.now() - at.getTime() < 6 * DAY_MS) return dayLabel(day);
        return short.format(at);
      },
    };
  }, [locale, t]);
}
