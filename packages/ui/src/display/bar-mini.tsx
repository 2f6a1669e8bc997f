import { cn } from "../foundation/cn";
import type { Tone } from "../foundation/tone";
import { TONE_FILL } from "../foundation/tone";

interface BarMiniProps {
  items: readonly {
    id: string;
    label: string;
    value: number;
    /** The value for people; default the number itself. */
    text?: string | undefined;
    tone?: Tone | undefined;
  }[];
  /** What a full bar means; default the largest value. */
  max?: number | undefined;
  className?: string | undefined;
}

/** Named amounts as lying bars: shares, ages, a funnel. */
export function BarMini({ items, max, className }: BarMiniProps) {
  const full = max ?? Math.max(1, ...items.map((item) => item.value));
  return (
    <ul className={cn("flex flex-col gap-3", className)}>
      {items.map((item) => (
        <li key={item.id}>
          <div className="flex justify-between gap-3 text-sm">
            <span className="truncate text-ink-muted">{item.label}</span>
            <span className="font-medium text-ink">{item.text ?? item.value}</span>
          </div>
          <div aria-hidden="true" className="mt-1.5 h-2 overflow-hidden rounded-full bg-sunken">
            <div
              className={cn("h-full rounded-full", TONE_FILL[item.tone ?? "brand"])}
              style={{ width: `${Math.min(100, (item.value / full) * 100)}%` }}
            />
          </div>
        </li>
      ))}
    </ul>
  );
}
