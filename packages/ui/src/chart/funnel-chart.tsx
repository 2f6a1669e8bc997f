import { cn } from "../foundation/cn";

interface FunnelStep {
  id: string;
  label: string;
  value: number;
  /** The value for people. */
  text: string;
  /** Its share of the first step, or whatever else stands beside it. */
  note?: string | undefined;
}

interface FunnelChartProps {
  steps: readonly FunnelStep[];
  /** What the picture shows, and the finding, in words. */
  label: string;
  className?: string | undefined;
}

const HEIGHT = 48;
const BODY = 34;
/** A step that nothing reached is still a line. */
const THINNEST = 1.5;

/** Corners of one step: a block as wide as its value, running out towards the next one. */
export function funnelShape(width: number, next: number): string {
  const [half, halfNext] = [Math.max(width, THINNEST) / 2, Math.max(next, THINNEST) / 2];
  const corners = [
    [50 - half, 0],
    [50 + half, 0],
    [50 + half, BODY],
    [50 + halfNext, HEIGHT],
    [50 - halfNext, HEIGHT],
    [50 - half, BODY],
  ];
  return corners.map(([x, y]) => `${x},${y}`).join(" ");
}

/** What is left of many, step by step. */
export function FunnelChart({ steps, label, className }: FunnelChartProps) {
  const full = Math.max(1, ...steps.map(({ value }) => value));
  const widthOf = (value: number | undefined) => ((value ?? 0) / full) * 100;
  return (
    <ol aria-label={label} className={cn("flex flex-col", className)}>
      {steps.map((step, index) => {
        const next = steps[index + 1];
        return (
          <li
            key={step.id}
            className="grid grid-cols-[6.5rem_minmax(0,1fr)_5.5rem] items-stretch gap-3 sm:grid-cols-[8rem_minmax(0,1fr)_6.5rem]"
          >
            <span className="flex h-[34px] items-center text-ink-muted text-sm leading-tight">
              {step.label}
            </span>
            <svg
              viewBox={`0 0 100 ${HEIGHT}`}
              preserveAspectRatio="none"
              aria-hidden="true"
              className="block h-12 w-full"
              style={{ opacity: 1 - index * 0.09 }}
            >
              <polygon
                points={funnelShape(widthOf(step.value), widthOf(next?.value ?? step.value))}
                fill="var(--chart-1)"
              />
            </svg>
            <span className="flex h-[34px] flex-col items-end justify-center text-right leading-tight">
              <span className="font-semibold text-ink">{step.text}</span>
              {step.note === undefined ? null : (
                <span className="text-ink-subtle text-xs">{step.note}</span>
              )}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
