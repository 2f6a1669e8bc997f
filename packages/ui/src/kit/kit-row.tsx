import type { ReactNode } from "react";

interface KitRowProps {
  label: string;
  children: ReactNode;
}

/** A component's states in a row. */
export function KitRow({ label, children }: KitRowProps) {
  return (
    <div>
      <p className="mb-2 text-ink-subtle text-sm">{label}</p>
      <div className="flex flex-wrap items-center gap-3">{children}</div>
    </div>
  );
}
