"use client";

import { useTheme } from "next-themes";
import { Toaster as Sonner } from "sonner";

interface ToasterProps {
  /** Name of the region for screen readers. */
  label: string;
  closeLabel: string;
}

/** Where toasts appear; once, in the root layout. Call `toast` to show one. */
export function Toaster({ label, closeLabel }: ToasterProps) {
  const { resolvedTheme } = useTheme();
  return (
    <Sonner
      theme={resolvedTheme === "dark" ? "dark" : "light"}
      position="top-center"
      // Its own style sheet names the system's font.
      style={{ fontFamily: "inherit" }}
      containerAriaLabel={label}
      offset={16}
      mobileOffset={12}
      toastOptions={{
        closeButtonAriaLabel: closeLabel,
        unstyled: true,
        classNames: {
          toast:
            "flex w-full items-center gap-3 rounded-card border bg-raised px-4 py-3.5 text-[0.9375rem] text-ink shadow-overlay sm:w-[23rem]",
          title: "font-medium leading-snug",
          description: "mt-0.5 text-ink-muted text-sm",
          content: "flex-1",
          icon: "grid size-5 shrink-0 place-items-center",
          success: "[&_[data-icon]]:text-success-strong",
          error: "[&_[data-icon]]:text-danger-strong",
          warning: "[&_[data-icon]]:text-warn-strong",
          info: "[&_[data-icon]]:text-info-strong",
          actionButton:
            "min-h-9 shrink-0 rounded-control bg-brand-soft px-3 font-medium text-brand-strong text-sm",
          cancelButton: "min-h-9 shrink-0 rounded-control px-3 font-medium text-ink-muted text-sm",
        },
      }}
    />
  );
}
