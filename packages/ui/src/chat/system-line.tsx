import type { ReactNode } from "react";

interface SystemLineProps {
  icon?: ReactNode;
  /** When it happened. */
  meta?: ReactNode;
  children: ReactNode;
}

/** Something that happened, told between the messages. */
export function SystemLine({ icon, meta, children }: SystemLineProps) {
  return (
    <div className="flex justify-center px-5 pt-3">
      <p className="flex max-w-full flex-wrap items-center justify-center gap-x-2 gap-y-0.5 rounded-card bg-sunken px-3.5 py-1.5 text-center text-ink-muted text-sm [&_svg]:size-4 [&_svg]:shrink-0">
        {icon}
        <span>{children}</span>
        {meta === undefined ? null : <span className="text-ink-subtle text-xs">{meta}</span>}
      </p>
    </div>
  );
}
