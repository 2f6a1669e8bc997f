"use client";

import { X } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "../foundation/cn";

interface ChipProps {
  children: ReactNode;
  icon?: ReactNode;
  /** With it, a cross at the end; `removeLabel` names it. */
  onRemove?: (() => void) | undefined;
  removeLabel?: string | undefined;
  /** With it, the chip is a toggle button. */
  onPress?: (() => void) | undefined;
  selected?: boolean | undefined;
  className?: string | undefined;
}

/** A small piece of a choice: a filter that can be taken away, or a suggestion to press. */
export function Chip({
  children,
  icon,
  onRemove,
  removeLabel,
  onPress,
  selected = false,
  className,
}: ChipProps) {
  const shell = cn(
    "inline-flex h-9 max-w-full shrink-0 items-center gap-1.5 rounded-full border px-3 font-medium text-sm transition-colors pointer-coarse:h-11 [&_svg]:size-4",
    selected
      ? "border-brand bg-brand-soft text-brand-strong"
      : "border-line bg-surface text-ink-muted",
    onPress !== undefined && "hover:border-control hover:text-ink",
    onRemove !== undefined && "pr-1",
    className,
  );
  if (onPress !== undefined) {
    return (
      <button type="button" aria-pressed={selected} onClick={onPress} className={shell}>
        {icon}
        <span className="truncate">{children}</span>
      </button>
    );
  }
  return (
    <span className={shell}>
      {icon}
      <span className="truncate">{children}</span>
      {onRemove === undefined ? null : (
        <button
          type="button"
          aria-label={removeLabel}
          onClick={onRemove}
          className="grid size-7 place-items-center rounded-full hover:bg-ink/10 pointer-coarse:size-9"
        >
          <X aria-hidden="true" />
        </button>
      )}
    </span>
  );
}
