"use client";

import { useId } from "react";
import { Area, AreaChart, CartesianGrid, Tooltip, XAxis, YAxis } from "recharts";
import { ChartFrame } from "./chart-frame";
import type { SeriesChartProps } from "./chart-look";
import { AXIS, colorAt, GRID, TOOLTIP, tableOf, valueAxisWidth } from "./chart-look";

/** Series over time, as lines on a soft ground. */
export function TrendChart(props: SeriesChartProps) {
  const { data, series, label, format = String, height = 240, className } = props;
  const id = useId();
  return (
    <ChartFrame label={label} table={tableOf(props)} height={height} className={className}>
      <AreaChart
        accessibilityLayer={false}
        data={[...data]}
        margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
      >
        <defs>
          {series.map((entry, index) => (
            <linearGradient key={entry.key} id={`${id}-${entry.key}`} x1="0" y1="0" x2="0" y2="1">
              <stop offset="0%" stopColor={colorAt(index)} stopOpacity={0.24} />
              <stop offset="100%" stopColor={colorAt(index)} stopOpacity={0} />
            </linearGradient>
          ))}
        </defs>
        <CartesianGrid {...GRID} />
        <XAxis dataKey="at" {...AXIS} minTickGap={24} />
        <YAxis
          {...AXIS}
          tickFormatter={(value: number) => format(value)}
          width={valueAxisWidth(props)}
        />
        <Tooltip {...TOOLTIP} formatter={(value) => format(Number(value))} />
        {series.map((entry, index) => (
          <Area
            key={entry.key}
            dataKey={entry.key}
            name={entry.label}
            type="monotone"
            stroke={colorAt(index)}
            strokeWidth={2.25}
            fill={`url(#${id}-${entry.key})`}
            isAnimationActive={false}
            connectNulls
          />
        ))}
      </AreaChart>
    </ChartFrame>
  );
}
