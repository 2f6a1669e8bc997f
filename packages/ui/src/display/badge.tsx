import type { ReactNode } from "react";
import { cn } from "../foundation/cn";
import type { Tone } from "../foundation/tone";
import { TONE_FILL, TONE_SOFT, TONE_SOLID } from "../foundation/tone";

interface BadgeProps {
  tone?: Tone | undefined;
  variant?: "soft" | "solid" | "outline" | undefined;
  icon?: ReactNode;
  /** A dot in the tone's colour before the text. */
  dot?: boolean | undefined;
  className?: string | undefined;
  children: ReactNode;
}

/** A short word about a thing: its state, its kind, a count. */
export function Badge({
  tone = "neutral",
  variant = "soft",
  icon,
  dot = false,
  className,
  children,
}: BadgeProps) {
  return (
    <span
      className={cn(
        "inline-flex h-6 w-fit shrink-0 items-center gap-1.5 whitespace-nowrap rounded-full px-2.5 font-medium text-xs leading-none [&_svg]:size-3.5",
        variant === "soft" && TONE_SOFT[tone],
        variant === "solid" && TONE_SOLID[tone],
        variant === "outline" && "border border-control bg-surface text-ink-muted",
        className,
      )}
    >
      {dot ? (
        <span aria-hidden="true" className={cn("size-1.5 rounded-full", TONE_FILL[tone])} />
      ) : null}
      {icon}
      {children}
    </span>
  );
}
