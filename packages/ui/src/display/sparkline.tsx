import { cn } from "../foundation/cn";
import type { Tone } from "../foundation/tone";
import { TONE_TEXT } from "../foundation/tone";

interface SparklineProps {
  values: readonly number[];
  /** What the line shows and where it goes, in words. */
  label: string;
  tone?: Tone | undefined;
  className?: string | undefined;
}

const WIDTH = 100;
const HEIGHT = 28;
const PAD = 2;

/** Points of a line that fills its box; a flat series runs through the middle. */
export function sparkPoints(values: readonly number[]): [number, number][] {
  const low = Math.min(...values);
  const span = Math.max(...values) - low;
  const step = values.length > 1 ? (WIDTH - PAD * 2) / (values.length - 1) : 0;
  return values.map((value, index) => [
    PAD + index * step,
    span === 0 ? HEIGHT / 2 : HEIGHT - PAD - ((value - low) / span) * (HEIGHT - PAD * 2),
  ]);
}

/** A small line without axes: the shape of what happened. */
export function Sparkline({ values, label, tone = "brand", className }: SparklineProps) {
  const points = sparkPoints(values);
  const last = points.at(-1);
  if (last === undefined) {
    return null;
  }
  const line = points.map(([x, y]) => `${x.toFixed(2)},${y.toFixed(2)}`).join(" ");
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
      className={cn("block h-7 w-full overflow-visible", TONE_TEXT[tone], className)}
    >
      <polygon
        points={`${PAD},${HEIGHT} ${line} ${last[0]},${HEIGHT}`}
        fill="currentColor"
        opacity="0.1"
      />
      <polyline
        points={line}
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinejoin="round"
        strokeLinecap="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
