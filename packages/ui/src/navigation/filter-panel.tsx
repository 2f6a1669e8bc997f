"use client";

import { SlidersHorizontal } from "lucide-react";
import type { ReactNode } from "react";
import { useState } from "react";
import { Button } from "../button/button";
import { Sheet } from "../overlay/sheet";

interface FilterPanelProps {
  labels: {
    title: string;
    /** Opens it on phones. */
    open: string;
    close: string;
    clear: string;
    /** Closes it on phones and shows what was found ("Show 128 cars"). */
    apply: string;
  };
  /** How many filters are on. */
  activeCount: number;
  onClear: () => void;
  /** The filters, often `FilterSection`s. */
  children: ReactNode;
}

/** Filters: a column beside the list on a desk, a sheet behind one button on a phone. */
export function FilterPanel({ labels, activeCount, onClear, children }: FilterPanelProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <div className="lg:hidden">
        <Button
          variant="secondary"
          onClick={() => setOpen(true)}
          icon={<SlidersHorizontal aria-hidden="true" />}
        >
          {labels.open}
          {activeCount > 0 ? (
            <span className="grid size-5 place-items-center rounded-full bg-brand font-semibold text-on-brand text-xs">
              {activeCount}
            </span>
          ) : null}
        </Button>
        <Sheet
          open={open}
          onOpenChange={setOpen}
          title={labels.title}
          closeLabel={labels.close}
          footer={
            <>
              <Button variant="secondary" onClick={onClear} disabled={activeCount === 0}>
                {labels.clear}
              </Button>
              <Button onClick={() => setOpen(false)}>{labels.apply}</Button>
            </>
          }
        >
          {children}
        </Sheet>
      </div>
      <aside
        aria-label={labels.title}
        className="sticky top-22 hidden max-h-[calc(100dvh-6.5rem)] w-72 shrink-0 flex-col overflow-hidden rounded-card border bg-surface shadow-card lg:flex"
      >
        <header className="flex min-h-14 items-center justify-between border-b px-4">
          <h2 className="text-heading">{labels.title}</h2>
          {activeCount > 0 ? (
            <Button variant="ghost" size="sm" onClick={onClear}>
              {labels.clear}
            </Button>
          ) : null}
        </header>
        <div className="overflow-y-auto px-4 pb-4">{children}</div>
      </aside>
    </>
  );
}
