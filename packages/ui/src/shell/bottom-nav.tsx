"use client";

import { Menu } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "../foundation/cn";
import { UiLink } from "../foundation/link-provider";
import type { NavItem } from "./nav-item";

interface BottomNavProps {
  items: readonly NavItem[];
  activeId: string | undefined;
  label: string;
  moreLabel: string;
  onMore: () => void;
}

const CELL =
  "relative flex h-16 flex-1 flex-col items-center justify-center gap-1 font-medium text-[0.6875rem] [&_svg]:size-5.5";

function Cell({
  icon,
  label,
  count,
}: {
  icon: ReactNode;
  label: string;
  count?: number | undefined;
}) {
  return (
    <>
      <span className="relative">
        {icon}
        {count === undefined || count === 0 ? null : (
          <span
            aria-hidden="true"
            className="absolute -top-1.5 -right-2.5 grid h-4 min-w-4 place-items-center rounded-full bg-accent px-1 font-semibold text-[0.625rem] text-on-accent leading-none"
          >
            {count > 99 ? "99+" : count}
          </span>
        )}
      </span>
      <span className="max-w-full truncate px-1">{label}</span>
    </>
  );
}

/** The bar under the thumb on phones: four destinations and the rest behind one. */
export function BottomNav({ items, activeId, label, moreLabel, onMore }: BottomNavProps) {
  const listed = items.some((item) => item.id === activeId);
  return (
    <nav
      aria-label={label}
      className="safe-bottom fixed inset-x-0 bottom-0 z-30 border-t bg-surface/95 backdrop-blur lg:hidden print:hidden"
    >
      <div className="mx-auto flex max-w-xl">
        {items.slice(0, 4).map((item) => {
          const active = item.id === activeId;
          return (
            <UiLink
              key={item.id}
              href={item.href}
              {...(active ? { "aria-current": "page" as const } : {})}
              className={cn(CELL, active ? "text-brand-strong" : "text-ink-muted")}
            >
              {active ? (
                <span
                  aria-hidden="true"
                  className="absolute top-0 h-[3px] w-9 rounded-b-full bg-accent"
                />
              ) : null}
              <Cell icon={item.icon} label={item.label} count={item.count} />
              {item.countLabel === undefined || item.count === 0 ? null : (
                <span className="sr-only">{item.countLabel}</span>
              )}
            </UiLink>
          );
        })}
        <button
          type="button"
          onClick={onMore}
          className={cn(
            CELL,
            activeId !== undefined && !listed ? "text-brand-strong" : "text-ink-muted",
          )}
        >
          <Cell icon={<Menu aria-hidden="true" />} label={moreLabel} />
        </button>
      </div>
    </nav>
  );
}
