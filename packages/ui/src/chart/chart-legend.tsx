import { colorAt } from "./chart-look";

interface ChartLegendProps {
  items: readonly {
    key: string;
    label: string;
    dashed?: boolean | undefined;
    /** Of a line that is no series: a CSS colour. */
    color?: string | undefined;
  }[];
}

/** Which line is which, in the order of the series. */
export function ChartLegend({ items }: ChartLegendProps) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-ink-muted text-sm">
      {items.map((item, index) => (
        <li key={item.key} className="flex items-center gap-2">
          <svg viewBox="0 0 20 4" aria-hidden="true" className="h-1 w-5">
            <path
              d="M0 2h20"
              stroke={item.color ?? colorAt(index)}
              strokeWidth="4"
              strokeDasharray={item.dashed === true ? "7 3" : undefined}
            />
          </svg>
          {item.label}
        </li>
      ))}
    </ul>
  );
}
