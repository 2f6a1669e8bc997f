/** Colours of series, in their order. */
export const SERIES_COLORS = [
  "var(--chart-1)",
  "var(--chart-2)",
  "var(--chart-3)",
  "var(--chart-4)",
  "var(--chart-5)",
] as const;

export const colorAt = (index: number): string =>
  SERIES_COLORS[index % SERIES_COLORS.length] ?? SERIES_COLORS[0];

/** Shared props of axes: quiet, without lines. */
export const AXIS = {
  tickLine: false,
  axisLine: false,
  tick: { fill: "var(--ink-subtle)", fontSize: 12 },
  tickMargin: 8,
  tickSize: 0,
} as const;

/** Width of a digit of a tick, px; narrower signs only leave a little air. */
const DIGIT = 7.5;
/** Where ticks stand, as parts of the highest value: the topmost is rounded up. */
const TICKS_AT = [0.25, 0.5, 1, 1.34];

/**
 * Width, px, of an axis with such ticks. Reckoned and not measured: what the chart measured while
 * its page was still coming in left too little room for the ticks of the data.
 */
export const axisWidth = (ticks: readonly string[]): number =>
  Math.ceil(Math.max(1, ...ticks.map((tick) => tick.length)) * DIGIT) + AXIS.tickMargin + 2;

/** Width, px, of an axis of values from zero up. */
export function valueAxisWidth({ data, series, format = String, stacked }: ValueAxis): number {
  const heights = data.flatMap((point) => {
    const values = series.map(({ key }) => Number(point[key] ?? 0));
    return stacked ? [values.reduce((sum, value) => sum + value, 0)] : values;
  });
  const top = Math.max(1, ...heights);
  return axisWidth(TICKS_AT.map((part) => format(roundedTick(top * part))));
}

interface ValueAxis extends Pick<SeriesChartProps, "data" | "series" | "format"> {
  /** Whether series stand on top of one another. */
  stacked?: boolean | undefined;
}

/** Ticks of high axes are whole, those of low ones halves and quarters. */
const roundedTick = (value: number): number => (value >= 4 ? Math.round(value) : value);

export const GRID = { stroke: "var(--line)", strokeDasharray: "3 4", vertical: false } as const;

export const TOOLTIP = {
  contentStyle: {
    background: "var(--raised)",
    border: "1px solid var(--line)",
    borderRadius: 10,
    boxShadow: "var(--elevation-raised)",
    color: "var(--ink)",
    fontSize: 13,
  },
  labelStyle: { color: "var(--ink-muted)" },
  itemStyle: { color: "var(--ink)" },
  cursor: { stroke: "var(--control)", fill: "var(--sunken)" },
  isAnimationActive: false,
} as const;

export interface Series {
  key: string;
  label: string;
}

export interface ChartPoint {
  /** The place on the axis, already written for people: a day, a month, a round. */
  at: string;
  [series: string]: string | number | null;
}

export interface SeriesChartProps {
  data: readonly ChartPoint[];
  series: readonly Series[];
  /** What the chart shows, and the finding, in words. */
  label: string;
  /** Name of the axis of places ("Day"), heads the hidden table. */
  axisLabel: string;
  format?: ((value: number) => string) | undefined;
  height?: number | undefined;
  className?: string | undefined;
}

/** The hidden table of a chart of series. */
export function tableOf({ data, series, axisLabel, format = String }: SeriesChartProps) {
  const write = (value: string | number | null | undefined) =>
    typeof value === "number" ? format(value) : (value ?? "");
  return {
    head: [axisLabel, ...series.map((entry) => entry.label)],
    rows: data.map((point) => [point.at, ...series.map((entry) => write(point[entry.key]))]),
  };
}
