import type { ReactNode } from "react";

interface KbdProps {
  children: ReactNode;
}

/** A key of the keyboard. */
export function Kbd({ children }: KbdProps) {
  return (
    <kbd className="inline-grid h-5 min-w-5 place-items-center rounded border border-b-2 bg-sunken px-1 font-medium font-sans text-[0.6875rem] text-ink-muted leading-none">
      {children}
    </kbd>
  );
}
