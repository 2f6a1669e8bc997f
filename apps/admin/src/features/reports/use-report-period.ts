"use client";

import type { ReportGrain, ReportPeriod, ReportPreset } from "@oto/domain";
import { isReportPeriod, presetPeriod, REPORT_GRAINS, REPORT_PRESETS } from "@oto/domain";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useMemo } from "react";

const USUAL: ReportPreset = "last30";
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The days of the reports; they stand in the address. */
export function useReportPeriod(today: string) {
  const [{ donem, bas, son, bolum }, setState] = useQueryStates({
    donem: parseAsStringLiteral(REPORT_PRESETS),
    bas: parseAsString,
    son: parseAsString,
    bolum: parseAsStringLiteral(REPORT_GRAINS),
  });
  return useMemo(() => {
    const days = { from: bas ?? "", to: son ?? "" };
    const own = DAY.test(days.from) && DAY.test(days.to) && isReportPeriod(days) && donem === null;
    const preset = own ? null : (donem ?? USUAL);
    const period = preset === null ? days : presetPeriod(preset, today);
    return {
      preset,
      period,
      input: { ...period, ...(bolum === null ? {} : { grain: bolum }) },
      setPreset: (next: ReportPreset) =>
        void setState({ donem: next === USUAL ? null : next, bas: null, son: null, bolum: null }),
      setDays: ({ from, to }: ReportPeriod) =>
        void setState({ donem: null, bas: from, son: to, bolum: null }),
      setGrain: (next: ReportGrain) => void setState({ bolum: next }),
    };
  }, [donem, bas, son, bolum, today, setState]);
}

export type ReportDays = ReturnType<typeof useReportPeriod>;
