"use client";

import { Timer } from "lucide-react";
import { cn } from "../foundation/cn";
import type { TimeUnits } from "../foundation/countdown-clock";
import {
  isoDuration,
  shownSeconds,
  splitSeconds,
  writeTimeLeft,
} from "../foundation/countdown-clock";
import { useNowAs } from "../foundation/use-now";

interface CountdownProps {
  /** The instant it runs to, ISO 8601. */
  until: string;
  /** Short words for the units: `g`, `sa`, `dk`, `sn`. */
  units: TimeUnits;
  /** What runs out, for screen readers ("time to answer"). */
  label: string;
  /** Stands there once it is over. */
  overLabel: string;
  /** How far the server's clock is ahead of this machine's, ms. */
  clockOffsetMs?: number | undefined;
  className?: string | undefined;
}

/** A clock running down: calm at first, warning in the last two hours, red in the last ten minutes. */
export function Countdown({
  until,
  units,
  label,
  overLabel,
  clockOffsetMs = 0,
  className,
}: CountdownProps) {
  const end = Date.parse(until);
  const seconds = useNowAs((now) => shownSeconds(end, now + clockOffsetMs));
  const left = seconds === null ? null : splitSeconds(seconds);
  const minutes =
    left === null ? Number.POSITIVE_INFINITY : left.days * 1440 + left.hours * 60 + left.minutes;
  return (
    <span
      role="timer"
      aria-live="off"
      aria-label={label}
      className={cn(
        "inline-flex items-center gap-1.5 whitespace-nowrap font-medium text-ink-muted text-sm [&_svg]:size-4",
        minutes < 120 && "text-warn-strong",
        minutes < 10 && "text-danger-strong",
        left?.over === true && "text-ink-subtle",
        className,
      )}
    >
      <Timer aria-hidden="true" />
      {left === null ? (
        <span aria-hidden="true">--:--</span>
      ) : (
        <time dateTime={isoDuration(left)}>
          {left.over ? overLabel : writeTimeLeft(left, units)}
        </time>
      )}
    </span>
  );
}
