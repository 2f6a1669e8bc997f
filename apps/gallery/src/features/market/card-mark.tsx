"use client";

import { cn } from "@oto/ui";
import type { ReactNode } from "react";

interface CardMarkProps {
  /** What it switches, with the vehicle's name: cards stand many on a page. */
  label: string;
  pressed: boolean;
  icon: ReactNode;
  tone: "brand" | "danger";
  /** In a row instead of on a picture. */
  plain?: boolean;
  disabled?: boolean;
  onPress: () => void;
}

const TONE = {
  brand: "text-brand-strong",
  danger: "text-danger-strong",
};

/** A small round switch on a vehicle's card, above the link that covers all of it. */
export function CardMark({
  label,
  pressed,
  icon,
  tone,
  plain = false,
  disabled = false,
  onPress,
}: CardMarkProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={(event) => {
        event.stopPropagation();
        onPress();
      }}
      className="group/mark relative z-10 grid size-11 shrink-0 place-items-center rounded-full disabled:opacity-45"
    >
      <span
        className={cn(
          "grid size-9 place-items-center rounded-full transition-[background-color,scale] group-active/mark:scale-90 [&_svg]:size-4.5",
          plain
            ? "group-hover/mark:bg-sunken"
            : "bg-surface/90 shadow-card backdrop-blur-sm group-hover/mark:bg-surface",
          pressed ? TONE[tone] : "text-ink-muted",
        )}
      >
        {icon}
      </span>
    </button>
  );
}
