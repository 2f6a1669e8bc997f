"use client";

import { cn } from "../foundation/cn";
import { UiLink } from "../foundation/link-provider";
import type { NavGroup } from "./nav-item";

interface NavListProps {
  groups: readonly NavGroup[];
  activeId: string | undefined;
  onNavigate?: (() => void) | undefined;
}

/** The destinations of an app, in groups. */
export function NavList({ groups, activeId, onNavigate }: NavListProps) {
  return (
    <div className="flex flex-col gap-5">
      {groups.map((group) => (
        <div key={group.id}>
          {group.label === undefined ? null : (
            <p className="px-3 pb-1.5 font-medium text-ink-subtle text-xs tracking-wide">
              {group.label}
            </p>
          )}
          <ul className="flex flex-col gap-0.5">
            {group.items.map((item) => {
              const active = item.id === activeId;
              return (
                <li key={item.id}>
                  <UiLink
                    href={item.href}
                    {...(active ? { "aria-current": "page" as const } : {})}
                    {...(onNavigate === undefined ? {} : { onClick: onNavigate })}
                    className={cn(
                      "relative flex h-10 items-center gap-3 rounded-control px-3 font-medium text-[0.9375rem] transition-colors pointer-coarse:h-12 [&_svg]:size-4.75 [&_svg]:shrink-0",
                      active
                        ? "bg-surface text-ink shadow-card before:absolute before:inset-y-2.5 before:left-0 before:w-[3px] before:rounded-full before:bg-accent"
                        : "text-ink-muted hover:bg-sunken hover:text-ink",
                    )}
                  >
                    {item.icon}
                    <span className="flex-1 truncate">{item.label}</span>
                    {item.count === undefined || item.count === 0 ? null : (
                      <span className="grid h-5 min-w-5 place-items-center rounded-full bg-accent px-1.5 font-semibold text-[0.6875rem] text-on-accent">
                        <span aria-hidden={item.countLabel !== undefined || undefined}>
                          {item.count > 99 ? "99+" : item.count}
                        </span>
                        {item.countLabel === undefined ? null : (
                          <span className="sr-only">{item.countLabel}</span>
                        )}
                      </span>
                    )}
                  </UiLink>
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </div>
  );
}
