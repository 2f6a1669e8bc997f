"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { durationParts } from "./duration-parts";

/** Writes a time span of milliseconds for people: `2 gün 4 sa`. */
export function useDuration(): (ms: number) => string {
  const t = useTranslations("common");
  return useCallback(
    (ms) =>
      durationParts(ms)
        .map(({ unit, count }) => t(`${unit}Short`, { count }))
        .join(" "),
    [t],
  );
}
