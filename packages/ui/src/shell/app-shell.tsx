"use client";

import type { ReactNode } from "react";
import { useState } from "react";
import { cn } from "../foundation/cn";
import { UiLink } from "../foundation/link-provider";
import { Sheet } from "../overlay/sheet";
import { BottomNav } from "./bottom-nav";
import type { NavGroup, NavItem } from "./nav-item";
import { activeItemId } from "./nav-item";
import { NavList } from "./nav-list";
import { SkipLink } from "./skip-link";

interface AppShellLabels {
  skip: string;
  navigation: string;
  /** The last cell of the bar on phones, and the title of what it opens. */
  more: string;
  close: string;
}

interface AppShellProps {
  brand: ReactNode;
  homeHref: string;
  nav: readonly NavGroup[];
  /** Ids of at most four items for the bar on phones; default: the first four. */
  phoneNav?: readonly string[] | undefined;
  /** The path of the page on show, to mark where one is. */
  currentPath: string;
  labels: AppShellLabels;
  /** Middle of the top bar: search, command palette. */
  topCenter?: ReactNode;
  /** End of the top bar: bell, theme, the user's menu. */
  topEnd?: ReactNode;
  /** Bottom of the sidebar: the gallery, the plan, a checklist. */
  sidebarFooter?: ReactNode;
  /** Over the page: offline, maintenance, waiting for approval. */
  banner?: ReactNode;
  /**
   * `page` scrolls as a whole. `fill` takes exactly the screen, for panes that scroll on their own;
   * `focus` is the same with the bars out of the way on a phone.
   */
  layout?: "page" | "fill" | "focus" | undefined;
  children: ReactNode;
}

/** The frame of a panel: sidebar on a desk, bar under the thumb on a phone, top bar on both. */
export function AppShell({
  brand,
  homeHref,
  nav,
  phoneNav,
  currentPath,
  labels,
  topCenter,
  topEnd,
  sidebarFooter,
  banner,
  layout = "page",
  children,
}: AppShellProps) {
  const page = layout === "page";
  const focus = layout === "focus";
  const [moreOpen, setMoreOpen] = useState(false);
  const activeId = activeItemId(nav, currentPath);
  const all = nav.flatMap((group) => group.items);
  const thumbItems: NavItem[] =
    phoneNav === undefined
      ? all.slice(0, 4)
      : phoneNav.flatMap((id) => all.find((item) => item.id === id) ?? []);
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[15.5rem_minmax(0,1fr)]">
      <SkipLink label={labels.skip} target="main" />
      <aside className="sticky top-0 hidden h-dvh flex-col border-r px-3 lg:flex print:hidden">
        <UiLink href={homeHref} className="flex h-16 items-center rounded-control px-2.5">
          {brand}
        </UiLink>
        <nav aria-label={labels.navigation} className="min-h-0 flex-1 overflow-y-auto py-2">
          <NavList groups={nav} activeId={activeId} />
        </nav>
        {sidebarFooter === undefined ? null : <div className="border-t py-3">{sidebarFooter}</div>}
      </aside>
      <div className={cn("flex min-w-0 flex-col", !page && "h-dvh")}>
        <header
          className={cn(
            "sticky top-0 z-30 border-b bg-canvas/90 backdrop-blur-md print:hidden",
            focus && "max-lg:hidden",
          )}
        >
          <div className="flex h-16 items-center gap-2 px-4 sm:px-6">
            <UiLink href={homeHref} className="mr-1 rounded-control lg:hidden">
              {brand}
            </UiLink>
            <div className="flex min-w-0 flex-1 items-center">{topCenter}</div>
            <div className="flex items-center gap-0.5 sm:gap-1">{topEnd}</div>
          </div>
        </header>
        {banner}
        <main
          id="main"
          tabIndex={-1}
          className={cn(
            "w-full flex-1 outline-none",
            page && "mx-auto max-w-[88rem] px-4 pt-5 pb-28 sm:px-6 sm:pt-7 lg:pb-14",
            !page && "min-h-0",
            layout === "fill" && "max-lg:pb-16",
          )}
        >
          {children}
        </main>
      </div>
      {focus ? null : (
        <BottomNav
          items={thumbItems}
          activeId={activeId}
          label={labels.navigation}
          moreLabel={labels.more}
          onMore={() => setMoreOpen(true)}
        />
      )}
      <Sheet
        open={moreOpen}
        onOpenChange={setMoreOpen}
        title={labels.more}
        closeLabel={labels.close}
        size="sm"
      >
        <NavList groups={nav} activeId={activeId} onNavigate={() => setMoreOpen(false)} />
        {sidebarFooter === undefined ? null : (
          <div className="mt-5 border-t pt-4">{sidebarFooter}</div>
        )}
      </Sheet>
    </div>
  );
}
