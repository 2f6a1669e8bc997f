"use client";

import type { ReportGrain, ReportPeriod, ReportPreset } from "@oto/domain";
import { isReportPeriod, presetPeriod, REPORT_GRAINS, REPORT_PRESETS } from "@oto/domain";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useMemo } from "react";

const SIDES = ["gelen", "verilen"] as const;
const USUAL: ReportPreset = "last30";
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const isDay = (text: string | null): text is string => text !== null && DAY.test(text);

/** Days from the address, when they make a period. */
function ownDays(from: string | null, to: string | null): ReportPeriod | null {
  if (!isDay(from) || !isDay(to)) return null;
  const period = { from, to };
  return isReportPeriod(period) ? period : null;
}

/** What the reports are narrowed to; all of it stands in the address. */
export function useReportFilters(today: string) {
  const [state, setState] = useQueryStates({
    taraf: parseAsStringLiteral(SIDES).withDefault("gelen"),
    donem: parseAsStringLiteral(REPORT_PRESETS),
    bas: parseAsString,
    son: parseAsString,
    bolum: parseAsStringLiteral(REPORT_GRAINS),
    arac: parseAsString,
    kisi: parseAsString,
  });
  const { taraf, donem, bas, son, bolum, arac, kisi } = state;
  return useMemo(() => {
    const days = donem === null ? ownDays(bas, son) : null;
    const preset = days === null ? (donem ?? USUAL) : null;
    const period = days ?? presetPeriod(preset ?? USUAL, today);
    const side = taraf === "gelen" ? ("SELLER" as const) : ("BUYER" as const);
    return {
      side,
      preset,
      period,
      vehicleId: arac,
      userId: kisi,
      input: {
        side,
        ...period,
        ...(bolum === null ? {} : { grain: bolum }),
        ...(arac === null ? {} : { vehicleId: arac }),
        ...(kisi === null ? {} : { userId: kisi }),
      },
      setSide: (next: "SELLER" | "BUYER") =>
        void setState({ taraf: next === "SELLER" ? null : "verilen", arac: null, kisi: null }),
      setPreset: (next: ReportPreset) =>
        void setState({ donem: next === USUAL ? null : next, bas: null, son: null, bolum: null }),
      setDays: ({ from, to }: ReportPeriod) =>
        void setState({ donem: null, bas: from, son: to, bolum: null }),
      setGrain: (next: ReportGrain) => void setState({ bolum: next }),
      setVehicle: (next: string | null) => void setState({ arac: next }),
      setPerson: (next: string | null) => void setState({ kisi: next }),
    };
  }, [taraf, donem, bas, son, bolum, arac, kisi, today, setState]);
}

export type ReportFilters = ReturnType<typeof useReportFilters>;
export type ReportQuery = ReportFilters["input"];
