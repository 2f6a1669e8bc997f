import { cn } from "../foundation/cn";

interface SeparatorProps {
  /** A word in the middle of the line ("or"). */
  label?: string | undefined;
  className?: string | undefined;
}

/** A line between things. */
export function Separator({ label, className }: SeparatorProps) {
  if (label === undefined) {
    return <hr className={cn("border-0 border-line border-t", className)} />;
  }
  return (
    <div className={cn("flex items-center gap-3 text-ink-subtle text-sm", className)}>
      <span aria-hidden="true" className="h-px flex-1 bg-line" />
      {label}
      <span aria-hidden="true" className="h-px flex-1 bg-line" />
    </div>
  );
}
