"use client";

import * as Menu from "radix-ui/dropdown-menu";
import type { ReactNode } from "react";
import { cn } from "../foundation/cn";
import { UiLink } from "../foundation/link-provider";

export interface MenuItem {
  id: string;
  label: string;
  icon?: ReactNode;
  hint?: string | undefined;
  /** A link instead of an act. */
  href?: string | undefined;
  onSelect?: (() => void) | undefined;
  tone?: "danger" | undefined;
  disabled?: boolean | undefined;
  /** A line above this item. */
  separated?: boolean | undefined;
}

interface DropdownMenuProps {
  trigger: ReactNode;
  items: readonly MenuItem[];
  /** Quiet text at the top, e.g. whose menu this is. */
  heading?: ReactNode;
  align?: "start" | "center" | "end" | undefined;
}

const ITEM =
  "flex min-h-10 select-none items-center gap-2.5 rounded-control px-3 py-1.5 text-[0.9375rem] outline-none data-[disabled]:opacity-45 data-[highlighted]:bg-sunken pointer-coarse:min-h-11 [&_svg]:size-4.5 [&_svg]:shrink-0";

/** A menu of acts and links behind one button. */
export function DropdownMenu({ trigger, items, heading, align = "end" }: DropdownMenuProps) {
  return (
    <Menu.Root>
      <Menu.Trigger asChild>{trigger}</Menu.Trigger>
      <Menu.Portal>
        <Menu.Content
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className="z-60 max-h-(--radix-dropdown-menu-content-available-height) min-w-52 origin-(--radix-dropdown-menu-content-transform-origin) overflow-y-auto rounded-card border bg-raised p-1.5 shadow-raised data-[state=closed]:animate-pop-out data-[state=open]:animate-pop-in"
        >
          {heading === undefined ? null : (
            <Menu.Label className="px-3 py-2 text-ink-subtle text-sm">{heading}</Menu.Label>
          )}
          {items.map((item) => {
            const tone = item.tone === "danger" ? "text-danger-strong" : "text-ink";
            const content = (
              <>
                {item.icon}
                <span className="flex-1">{item.label}</span>
                {item.hint === undefined ? null : (
                  <span className="text-ink-subtle text-xs">{item.hint}</span>
                )}
              </>
            );
            return (
              <div key={item.id}>
                {item.separated === true ? (
                  <Menu.Separator className="my-1.5 h-px bg-line" />
                ) : null}
                <Menu.Item
                  asChild={item.href !== undefined}
                  disabled={item.disabled === true}
                  className={cn(ITEM, tone)}
                  {...(item.onSelect === undefined ? {} : { onSelect: item.onSelect })}
                >
                  {item.href === undefined ? content : <UiLink href={item.href}>{content}</UiLink>}
                </Menu.Item>
              </div>
            );
          })}
        </Menu.Content>
      </Menu.Portal>
    </Menu.Root>
  );
}
