import type { ReactNode } from "react";
import { cn } from "../foundation/cn";

interface SpecListProps {
  items: readonly { label: ReactNode; value: ReactNode }[];
  columns?: 1 | 2 | 3 | undefined;
  className?: string | undefined;
}

const COLUMNS = { 1: "", 2: "sm:grid-cols-2", 3: "sm:grid-cols-2 lg:grid-cols-3" };

/** Names and values in pairs: a spec table. */
export function SpecList({ items, columns = 1, className }: SpecListProps) {
  return (
    <dl className={cn("grid gap-x-8", COLUMNS[columns], className)}>
      {items.map((item, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: labels may repeat and the order is the identity
          key={index}
          className="flex items-baseline justify-between gap-4 border-b py-2.5 last:border-b-0"
        >
          <dt className="text-ink-muted text-sm">{item.label}</dt>
          <dd className="min-w-0 text-right font-medium text-[0.9375rem] text-ink">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
