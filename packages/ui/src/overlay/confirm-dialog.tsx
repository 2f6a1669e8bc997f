"use client";

import * as AlertDialog from "radix-ui/alert-dialog";
import type { ReactNode } from "react";
import { Button } from "../button/button";

interface ConfirmDialogProps {
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  trigger?: ReactNode;
  title: ReactNode;
  description: ReactNode;
  confirmLabel: string;
  cancelLabel: string;
  onConfirm: () => void;
  tone?: "brand" | "danger" | undefined;
  /** While the confirmed act runs: the dialog stays open until the caller closes it. */
  busy?: boolean | undefined;
  children?: ReactNode;
}

/** Asks before something that cannot be undone. Prefer undo where there can be one. */
export function ConfirmDialog({
  open,
  onOpenChange,
  trigger,
  title,
  description,
  confirmLabel,
  cancelLabel,
  onConfirm,
  tone = "brand",
  busy = false,
  children,
}: ConfirmDialogProps) {
  const controlled = open !== undefined;
  const confirm = (
    <Button variant={tone === "danger" ? "danger" : "primary"} loading={busy} onClick={onConfirm}>
      {confirmLabel}
    </Button>
  );
  return (
    <AlertDialog.Root
      {...(controlled ? { open } : {})}
      {...(onOpenChange === undefined ? {} : { onOpenChange })}
    >
      {trigger === undefined ? null : <AlertDialog.Trigger asChild>{trigger}</AlertDialog.Trigger>}
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-50 bg-scrim data-[state=closed]:animate-fade-out data-[state=open]:animate-fade-in" />
        <AlertDialog.Content className="fixed inset-x-0 bottom-0 z-50 mx-auto max-h-[92dvh] w-full overflow-y-auto rounded-t-sheet bg-raised p-5 shadow-overlay outline-none data-[state=closed]:animate-sink-out data-[state=open]:animate-rise-in sm:inset-y-0 sm:my-auto sm:h-fit sm:max-w-md sm:rounded-card sm:data-[state=closed]:animate-pop-out sm:data-[state=open]:animate-pop-in">
          <AlertDialog.Title className="text-title">{title}</AlertDialog.Title>
          <AlertDialog.Description className="mt-2 text-ink-muted">
            {description}
          </AlertDialog.Description>
          {children === undefined ? null : <div className="mt-4">{children}</div>}
          <div className="safe-bottom mt-6 flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
            <AlertDialog.Cancel asChild>
              <Button variant="secondary" disabled={busy}>
                {cancelLabel}
              </Button>
            </AlertDialog.Cancel>
            {controlled ? confirm : <AlertDialog.Action asChild>{confirm}</AlertDialog.Action>}
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
