export { BarsChart } from "./bars-chart";
export { ChartLegend } from "./chart-legend";
export type { ChartPoint, Series } from "./chart-look";
export { FunnelChart } from "./funnel-chart";
export { MEASURE_COLORS, type OfferStep, SteppedOfferChart } from "./stepped-offer-chart";
export { TrendChart } from "./trend-chart";
