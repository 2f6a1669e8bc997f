"use client";

import * as RadixSwitch from "radix-ui/switch";
import type { ReactNode } from "react";
import { useId } from "react";
import { cn } from "../foundation/cn";

interface SwitchProps {
  label: ReactNode;
  description?: ReactNode;
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  hideLabel?: boolean | undefined;
  disabled?: boolean | undefined;
  className?: string | undefined;
}

/** On or off, at once. For a choice that is saved later take `Checkbox`. */
export function Switch({
  label,
  description,
  checked,
  onCheckedChange,
  hideLabel = false,
  disabled = false,
  className,
}: SwitchProps) {
  const id = useId();
  return (
    <div className={cn("flex min-h-11 items-center justify-between gap-4", className)}>
      <div className={cn("min-w-0", hideLabel && "sr-only")}>
        <label htmlFor={id} className="text-[0.9375rem] text-ink">
          {label}
        </label>
        {description === undefined ? null : (
          <p id={`${id}-about`} className="text-ink-subtle text-sm">
            {description}
          </p>
        )}
      </div>
      <RadixSwitch.Root
        id={id}
        checked={checked}
        onCheckedChange={onCheckedChange}
        disabled={disabled}
        {...(description === undefined ? {} : { "aria-describedby": `${id}-about` })}
        className="relative inline-flex h-7 w-12 shrink-0 items-center rounded-full bg-control p-0.5 transition-colors after:absolute after:-inset-2 disabled:opacity-45 data-[state=checked]:bg-brand"
      >
        <RadixSwitch.Thumb className="block size-6 rounded-full bg-surface shadow-card transition-transform data-[state=checked]:translate-x-5" />
      </RadixSwitch.Root>
    </div>
  );
}
