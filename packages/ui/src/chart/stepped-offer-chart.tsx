"use client";

import { CartesianGrid, Line, LineChart, ReferenceLine, Tooltip, XAxis, YAxis } from "recharts";
import { ChartFrame } from "./chart-frame";
import { AXIS, GRID, TOOLTIP } from "./chart-look";

export interface OfferStep {
  id: string;
  /** Which side named the amount. */
  side: "low" | "high";
  amount: number;
  /** When or which round, written for people. */
  at: string;
}

interface SteppedOfferChartProps {
  steps: readonly OfferStep[];
  /** What was asked at the start: a line to measure by. */
  asking?: number | undefined;
  /** A second line: what one side would take at least. */
  floor?: { amount: number; label: string } | undefined;
  labels: { chart: string; low: string; high: string; asking: string; at: string; amount: string };
  format: (amount: number) => string;
  height?: number | undefined;
  className?: string | undefined;
}

/** Colours of the lines to measure by. */
export const MEASURE_COLORS = { asking: "var(--ink-subtle)", floor: "var(--danger)" } as const;

/** Two sides drawing near one another, step by step. */
export function SteppedOfferChart({
  steps,
  asking,
  floor,
  labels,
  format,
  height = 220,
  className,
}: SteppedOfferChartProps) {
  let low: number | null = null;
  let high: number | null = asking ?? null;
  const data: { at: string; low: number | null; high: number | null }[] = [];
  for (const step of steps) {
    low = step.side === "low" ? step.amount : low;
    high = step.side === "high" ? step.amount : high;
    data.push({ at: step.at, low, high });
  }
  const sideLabel = { low: labels.low, high: labels.high };
  return (
    <ChartFrame
      label={labels.chart}
      height={height}
      className={className}
      table={{
        head: [labels.at, labels.chart, labels.amount],
        rows: [
          ...steps.map((step) => [step.at, sideLabel[step.side], format(step.amount)]),
          ...(asking === undefined ? [] : [["", labels.asking, format(asking)]]),
          ...(floor === undefined ? [] : [["", floor.label, format(floor.amount)]]),
        ],
      }}
    >
      <LineChart
        accessibilityLayer={false}
        data={data}
        margin={{ top: 10, right: 12, bottom: 0, left: 0 }}
      >
        <CartesianGrid {...GRID} />
        <XAxis dataKey="at" {...AXIS} interval="preserveStartEnd" minTickGap={16} />
        <YAxis
          {...AXIS}
          domain={["auto", "auto"]}
          tickFormatter={(value: number) => format(Math.round(value))}
          tickCount={4}
          width="auto"
        />
        <Tooltip {...TOOLTIP} formatter={(value) => format(Number(value))} />
        {asking === undefined ? null : (
          <ReferenceLine
            y={asking}
            stroke={MEASURE_COLORS.asking}
            strokeDasharray="4 4"
            ifOverflow="extendDomain"
          />
        )}
        {floor === undefined ? null : (
          <ReferenceLine
            y={floor.amount}
            stroke={MEASURE_COLORS.floor}
            strokeDasharray="2 4"
            ifOverflow="extendDomain"
          />
        )}
        <Line
          dataKey="high"
          name={labels.high}
          type="stepAfter"
          stroke="var(--chart-1)"
          strokeWidth={2.5}
          dot={{ r: 4, fill: "var(--surface)" }}
          isAnimationActive={false}
        />
        <Line
          dataKey="low"
          name={labels.low}
          type="stepAfter"
          stroke="var(--chart-2)"
          strokeWidth={2.5}
          strokeDasharray="7 3"
          dot={{ r: 4, fill: "var(--surface)", strokeDasharray: "0" }}
          isAnimationActive={false}
        />
      </LineChart>
    </ChartFrame>
  );
}
