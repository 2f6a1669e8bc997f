import type { ReactNode } from "react";

export interface NavItem {
  id: string;
  label: string;
  href: string;
  icon: ReactNode;
  /** What waits there; nothing at 0. */
  count?: number | undefined;
  /** Says the count in words for screen readers ("3 new offers"). */
  countLabel?: string | undefined;
}

export interface NavGroup {
  id: string;
  label?: string | undefined;
  items: readonly NavItem[];
}

/**
 * The item a path belongs to: the one with the longest `href` that is the path or a parent folder of it.
 * A root `href` (`/`, `/tr`) therefore wins only when nothing deeper does.
 */
export function activeItemId(groups: readonly NavGroup[], path: string): string | undefined {
  let best: NavItem | undefined;
  for (const item of groups.flatMap((group) => group.items)) {
    const isParent = path === item.href || path.startsWith(`${item.href.replace(/\/$/, "")}/`);
    if (isParent && (best === undefined || item.href.length > best.href.length)) {
      best = item;
    }
  }
  return best?.id;
}
