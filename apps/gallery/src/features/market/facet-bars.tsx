"use client";

import { cn } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useFormats } from "../labels/use-formats";
import type { RangeParam } from "./market-params";
import type { FacetBar } from "./market-views";

interface FacetBarsProps {
  bars: readonly FacetBar[];
  low: number | null;
  high: number | null;
  param: RangeParam;
  onPick: (low: number | null, high: number | null) => void;
}

/** A histogram to be pressed: a bar sets the range it stands for, once more lets it go. */
export function FacetBars({ bars, low, high, param, onPick }: FacetBarsProps) {
  const t = useTranslations("market");
  const formats = useFormats();
  const most = Math.max(1, ...bars.map(({ count }) => count));
  if (bars.length < 2) return null;
  const last = (bar: FacetBar) => (bar.to === null ? null : bar.to - 1);
  const write = (value: number) => (param === "year" ? String(value) : formats.number(value));
  return (
    <fieldset
      aria-label={t("histogram", { name: t(`filter.${param}`) })}
      className="mb-3 flex h-20 items-stretch gap-1"
    >
      {bars.map((bar) => {
        const end = last(bar);
        const picked = low === bar.from && high === end;
        const within =
          (low === null || bar.from >= low) && (high === null || (end !== null && end <= high));
        const range =
          end === null || end === bar.from ? write(bar.from) : `${write(bar.from)}–${write(end)}`;
        return (
          <button
            key={bar.from}
            type="button"
            aria-pressed={picked}
            aria-label={t("bar", { range: end === null ? `${range}+` : range, count: bar.count })}
            title={end === null ? `${range}+` : range}
            onClick={() => (picked ? onPick(null, null) : onPick(bar.from, end))}
            className="group flex min-w-0 flex-1 items-end rounded-sm"
          >
            <span
              className={cn(
                "w-full rounded-t-sm transition-[height,background-color]",
                within ? "bg-brand/55 group-hover:bg-brand" : "bg-line group-hover:bg-control",
                picked && "bg-brand",
              )}
              style={{ height: `${Math.max(4, (bar.count / most) * 100)}%` }}
            />
          </button>
        );
      })}
    </fieldset>
  );
}
