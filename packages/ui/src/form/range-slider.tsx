"use client";

import * as RadixSlider from "radix-ui/slider";
import { cn } from "../foundation/cn";

interface RangeSliderProps {
  min: number;
  max: number;
  step?: number | undefined;
  value: readonly [number, number];
  onValueChange: (value: [number, number]) => void;
  /** When the thumb is let go: the time to ask the server. */
  onValueCommit?: ((value: [number, number]) => void) | undefined;
  /** Names of the two thumbs. */
  labels: readonly [string, string];
  /** Writes an end for people: `1.245.000 ₺`. */
  format: (value: number) => string;
  /** Heights of a histogram over the track, any unit, spread evenly from `min` to `max`. */
  bars?: readonly number[] | undefined;
  disabled?: boolean | undefined;
  className?: string | undefined;
}

const asPair = (values: number[], fallback: readonly [number, number]): [number, number] => [
  values[0] ?? fallback[0],
  values[1] ?? fallback[1],
];

/** From–to on a track, with a histogram of what there is. */
export function RangeSlider({
  min,
  max,
  step = 1,
  value,
  onValueChange,
  onValueCommit,
  labels,
  format,
  bars,
  disabled = false,
  className,
}: RangeSliderProps) {
  const tallest = Math.max(1, ...(bars ?? []));
  return (
    <div className={cn("flex flex-col", className)}>
      {bars === undefined ? null : (
        <div aria-hidden="true" className="-mb-2.5 flex h-12 items-end gap-px px-2.5">
          {bars.map((bar, index) => {
            const at = min + ((index + 0.5) / bars.length) * (max - min);
            const inside = at >= value[0] && at <= value[1];
            return (
              <span
                // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
                key={index}
                className={cn("flex-1 rounded-t-[2px]", inside ? "bg-brand/55" : "bg-line")}
                style={{ height: `${Math.max(bar > 0 ? 6 : 0, (bar / tallest) * 100)}%` }}
              />
            );
          })}
        </div>
      )}
      <RadixSlider.Root
        min={min}
        max={max}
        step={step}
        value={[...value]}
        disabled={disabled}
        onValueChange={(next) => onValueChange(asPair(next, value))}
        onValueCommit={(next) => onValueCommit?.(asPair(next, value))}
        className="relative flex h-11 touch-none select-none items-center data-[disabled]:opacity-45"
      >
        <RadixSlider.Track className="relative h-1 grow rounded-full bg-line">
          <RadixSlider.Range className="absolute h-full rounded-full bg-brand" />
        </RadixSlider.Track>
        {labels.map((label, index) => (
          <RadixSlider.Thumb
            key={label}
            aria-label={label}
            aria-valuetext={format(value[index === 0 ? 0 : 1])}
            className="block size-6 rounded-full border-2 border-brand bg-surface shadow-raised outline-offset-2 after:absolute after:-inset-2.5"
          />
        ))}
      </RadixSlider.Root>
      <div className="flex justify-between text-ink-muted text-sm">
        <span>{format(value[0])}</span>
        <span>{format(value[1])}</span>
      </div>
    </div>
  );
}
