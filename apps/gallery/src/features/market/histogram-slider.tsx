"use client";

import { RangeSlider } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormats } from "../labels/use-formats";
import type { RangeParam } from "./market-params";
import type { FacetBar } from "./market-views";
import type { AxisRange } from "./range-axis";
import { placesOf, rangeAt } from "./range-axis";

interface HistogramSliderProps {
  bars: readonly FacetBar[];
  low: number | null;
  high: number | null;
  param: RangeParam;
  onCommit: (range: AxisRange) => void;
}

/** Two thumbs over a histogram; asked for when one is let go, not at every step of it. */
export function HistogramSlider({ bars, low, high, param, onCommit }: HistogramSliderProps) {
  const t = useTranslations("market");
  const formats = useFormats();
  const [held, setHeld] = useState<[number, number] | null>(null);
  if (bars.length < 2) return null;
  const counted = param === "year";
  const name = t(`filter.${param}`);
  const shown = held ?? placesOf(bars, { low, high }, counted);
  const write = (value: number) => (counted ? String(value) : formats.number(value));
  const firstOf = (place: number) => bars[Math.min(bars.length - 1, Math.floor(place))]?.from ?? 0;
  /** An end as people say it: what was entered, or the edge of the bar that a thumb stands at. */
  const endText = (place: number): string => {
    if (place <= 0) return write(firstOf(0));
    if (place >= bars.length) {
      const last = bars.at(-1);
      return last?.to == null ? `${write(last?.from ?? 0)}+` : write(last.to - 1);
    }
    if (held === null && place === shown[0] && low !== null) return write(low);
    if (held === null && place === shown[1] && high !== null) return write(high);
    return write(firstOf(place) - (counted && place === shown[1] ? 1 : 0));
  };
  return (
    <RangeSlider
      min={0}
      max={bars.length}
      value={shown}
      onValueChange={(next) => {
        if (next[0] < next[1]) setHeld(next);
      }}
      onValueCommit={(next) => {
        setHeld(null);
        if (next[0] < next[1]) onCommit(rangeAt(bars, next, counted));
      }}
      labels={[t("sliderLow", { name }), t("sliderHigh", { name })]}
      format={endText}
      bars={bars.map(({ count }) => count)}
      className="mb-3"
    />
  );
}
