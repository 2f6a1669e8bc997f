"use client";

import { X } from "lucide-react";
import { Drawer } from "vaul";
import { IconButton } from "../button/icon-button";
import { cn } from "../foundation/cn";
import { useDesk } from "../foundation/use-media-query";
import type { DialogProps } from "./dialog";

interface SheetProps extends Omit<DialogProps, "size"> {
  size?: "sm" | "md" | "lg" | undefined;
}

const WIDTH = { sm: "sm:w-90", md: "sm:w-[28rem]", lg: "sm:w-[40rem]" };

/** A panel for work beside the page: at the right edge on a desk, drawn up by thumb on a phone. */
export function Sheet({
  open,
  onOpenChange,
  trigger,
  title,
  description,
  closeLabel,
  footer,
  size = "md",
  className,
  children,
}: SheetProps) {
  const desk = useDesk();
  return (
    <Drawer.Root
      direction={desk ? "right" : "bottom"}
      handleOnly={desk}
      repositionInputs={false}
      {...(open === undefined ? {} : { open })}
      {...(onOpenChange === undefined ? {} : { onOpenChange })}
    >
      {trigger === undefined ? null : <Drawer.Trigger asChild>{trigger}</Drawer.Trigger>}
      <Drawer.Portal>
        <Drawer.Overlay className="fixed inset-0 z-50 bg-scrim" />
        <Drawer.Content
          {...(description === undefined ? { "aria-describedby": undefined } : {})}
          className={cn(
            "fixed inset-x-0 bottom-0 z-50 flex max-h-[88dvh] flex-col rounded-t-sheet bg-raised shadow-overlay outline-none sm:inset-y-3 sm:right-3 sm:left-auto sm:max-h-none sm:overflow-hidden sm:rounded-card",
            WIDTH[size],
            className,
          )}
        >
          {desk ? null : (
            <Drawer.Handle className="mt-2.5 mb-0 h-1.5 w-11 shrink-0 rounded-full bg-control/60" />
          )}
          <header className="flex items-start gap-3 px-5 pt-4 pb-3">
            <div className="min-w-0 flex-1">
              <Drawer.Title className="text-title">{title}</Drawer.Title>
              {description === undefined ? null : (
                <Drawer.Description className="mt-1 text-ink-muted text-sm">
                  {description}
                </Drawer.Description>
              )}
            </div>
            <Drawer.Close asChild>
              <IconButton
                label={closeLabel}
                icon={<X aria-hidden="true" className="size-5" />}
                size="sm"
                className="-mt-1 -mr-1.5"
              />
            </Drawer.Close>
          </header>
          <div
            className="min-h-0 flex-1 overflow-y-auto px-5 pb-5"
            data-vaul-no-drag={desk || undefined}
          >
            {children}
          </div>
          {footer === undefined ? null : (
            <footer className="safe-bottom border-t bg-raised sm:rounded-b-card">
              <div className="flex gap-2 px-5 py-4 *:flex-1 sm:justify-end sm:*:flex-none">
                {footer}
              </div>
            </footer>
          )}
        </Drawer.Content>
      </Drawer.Portal>
    </Drawer.Root>
  );
}
