"use client";

import * as RadixTabs from "radix-ui/tabs";
import type { ReactNode } from "react";
import { useEffect, useRef } from "react";
import { cn } from "../foundation/cn";

interface TabsProps {
  items: readonly {
    id: string;
    label: ReactNode;
    count?: number | undefined;
    content?: ReactNode;
  }[];
  value: string;
  onValueChange: (id: string) => void;
  /** Names the row of tabs. */
  label: string;
  className?: string | undefined;
}

/** Views of one thing, one at a time. Items without `content` only switch what stands elsewhere. */
export function Tabs({ items, value, onValueChange, label, className }: TabsProps) {
  const list = useRef<HTMLDivElement>(null);
  // On a phone the open tab may lie beyond the edge of the row.
  useEffect(() => {
    const row = list.current;
    const open = row?.querySelector<HTMLElement>(`[id$="-trigger-${CSS.escape(value)}"]`);
    if (!row || !open) return;
    row.scrollTo({ left: open.offsetLeft - (row.clientWidth - open.offsetWidth) / 2 });
  }, [value]);
  return (
    <RadixTabs.Root value={value} onValueChange={onValueChange} className={className}>
      <RadixTabs.List
        ref={list}
        aria-label={label}
        className="scrollbar-none -mb-px flex gap-1 overflow-x-auto border-b"
      >
        {items.map((item) => (
          <RadixTabs.Trigger
            key={item.id}
            value={item.id}
            // Without a panel of its own the tab must not point at one.
            {...(item.content === undefined ? { "aria-controls": undefined } : {})}
            className="relative flex h-11 shrink-0 items-center gap-2 whitespace-nowrap rounded-t-control px-3.5 font-medium text-[0.9375rem] text-ink-muted -outline-offset-2 transition-colors after:absolute after:inset-x-2.5 after:bottom-0 after:h-[3px] after:rounded-t-full hover:text-ink data-[state=active]:text-ink data-[state=active]:after:bg-accent"
          >
            {item.label}
            {item.count === undefined ? null : (
              <span className="grid h-5 min-w-5 place-items-center rounded-full bg-sunken px-1.5 font-medium text-ink-muted text-xs">
                {item.count}
              </span>
            )}
          </RadixTabs.Trigger>
        ))}
      </RadixTabs.List>
      {items.map((item) =>
        item.content === undefined ? null : (
          <RadixTabs.Content key={item.id} value={item.id} className={cn("pt-5")}>
            {item.content}
          </RadixTabs.Content>
        ),
      )}
    </RadixTabs.Root>
  );
}
