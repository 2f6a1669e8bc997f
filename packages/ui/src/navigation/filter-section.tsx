"use client";

import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";

interface FilterSectionProps {
  title: string;
  /** What is chosen, said while folded. */
  summary?: ReactNode;
  defaultOpen?: boolean | undefined;
  children: ReactNode;
}

/** One kind of filter, folded or open. */
export function FilterSection({
  title,
  summary,
  defaultOpen = true,
  children,
}: FilterSectionProps) {
  return (
    <details open={defaultOpen} className="group border-b py-1 last:border-b-0">
      <summary className="flex min-h-11 list-none items-center justify-between gap-3 rounded-control font-medium text-[0.9375rem] [&::-webkit-details-marker]:hidden">
        <span>{title}</span>
        <span className="flex min-w-0 items-center gap-2">
          <span className="truncate font-normal text-ink-subtle text-sm group-open:hidden">
            {summary}
          </span>
          <ChevronDown
            aria-hidden="true"
            className="size-4 shrink-0 text-ink-subtle transition-transform group-open:rotate-180"
          />
        </span>
      </summary>
      <div className="pb-3">{children}</div>
    </details>
  );
}
