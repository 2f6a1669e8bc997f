"use client";

import { Bar, BarChart, CartesianGrid, Tooltip, XAxis, YAxis } from "recharts";
import { ChartFrame } from "./chart-frame";
import type { SeriesChartProps } from "./chart-look";
import { AXIS, colorAt, GRID, TOOLTIP, tableOf, valueAxisWidth } from "./chart-look";

interface BarsChartProps extends SeriesChartProps {
  /** Series on top of one another instead of side by side. */
  stacked?: boolean | undefined;
}

/** Amounts by kind or time, as standing bars. */
export function BarsChart({ stacked = false, ...props }: BarsChartProps) {
  const { data, series, label, format = String, height = 240, className } = props;
  return (
    <ChartFrame label={label} table={tableOf(props)} height={height} className={className}>
      <BarChart
        accessibilityLayer={false}
        data={[...data]}
        margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
        barGap={3}
      >
        <CartesianGrid {...GRID} />
        <XAxis dataKey="at" {...AXIS} minTickGap={12} />
        <YAxis
          {...AXIS}
          tickFormatter={(value: number) => format(value)}
          width={valueAxisWidth({ ...props, stacked })}
        />
        <Tooltip {...TOOLTIP} formatter={(value) => format(Number(value))} />
        {series.map((entry, index) => (
          <Bar
            key={entry.key}
            dataKey={entry.key}
            name={entry.label}
            fill={colorAt(index)}
            radius={stacked ? 0 : [5, 5, 0, 0]}
            maxBarSize={34}
            isAnimationActive={false}
            {...(stacked ? { stackId: "one" } : {})}
          />
        ))}
      </BarChart>
    </ChartFrame>
  );
}
