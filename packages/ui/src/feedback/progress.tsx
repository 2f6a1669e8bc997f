"use client";

import * as RadixProgress from "radix-ui/progress";
import { cn } from "../foundation/cn";
import type { Tone } from "../foundation/tone";
import { TONE_FILL } from "../foundation/tone";

interface ProgressProps {
  /** 0..100; `null` while the end is not known. */
  value: number | null;
  /** What is going on, for screen readers. */
  label: string;
  tone?: Tone | undefined;
  className?: string | undefined;
}

/** How far something has come. */
export function Progress({ value, label, tone = "brand", className }: ProgressProps) {
  const clamped = value === null ? null : Math.min(100, Math.max(0, value));
  return (
    <RadixProgress.Root
      value={clamped}
      aria-label={label}
      className={cn("relative h-1.5 w-full overflow-hidden rounded-full bg-sunken", className)}
    >
      <RadixProgress.Indicator
        className={cn(
          "h-full rounded-full transition-[width] duration-300",
          TONE_FILL[tone],
          clamped === null && "w-1/3 animate-indeterminate",
        )}
        {...(clamped === null ? {} : { style: { width: `${clamped}%` } })}
      />
    </RadixProgress.Root>
  );
}
