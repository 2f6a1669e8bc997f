"use client";

import { Check, Minus } from "lucide-react";
import * as RadixCheckbox from "radix-ui/checkbox";
import type { ReactNode } from "react";
import { useId } from "react";
import { cn } from "../foundation/cn";

interface CheckboxProps {
  label: ReactNode;
  description?: ReactNode;
  /** At the end of the line: how many, say. */
  trailing?: ReactNode;
  checked: boolean | "indeterminate";
  onCheckedChange: (checked: boolean) => void;
  hideLabel?: boolean | undefined;
  disabled?: boolean | undefined;
  required?: boolean | undefined;
  /** What is wrong, under the text. */
  error?: ReactNode;
  name?: string | undefined;
  className?: string | undefined;
}

/** Yes or no, with its words beside it; the whole line is the target. */
export function Checkbox({
  label,
  description,
  trailing,
  checked,
  onCheckedChange,
  hideLabel = false,
  disabled = false,
  required = false,
  error,
  name,
  className,
}: CheckboxProps) {
  const id = useId();
  const hasError = error !== undefined && error !== null && error !== "";
  const about = description === undefined && !hasError ? undefined : `${id}-about`;
  return (
    <div
      className={cn(
        "flex min-h-11 items-start gap-3 py-2.5",
        disabled && "opacity-50",
        hideLabel && "items-center py-0",
        className,
      )}
    >
      <RadixCheckbox.Root
        id={id}
        checked={checked}
        disabled={disabled}
        required={required}
        {...(name === undefined ? {} : { name })}
        onCheckedChange={(next) => onCheckedChange(next === true)}
        aria-describedby={about}
        aria-invalid={hasError || undefined}
        className={cn(
          "relative mt-px grid size-5.5 shrink-0 place-items-center rounded-md border border-control bg-surface text-on-brand transition-colors after:absolute after:-inset-2.5 data-[state=checked]:border-brand data-[state=indeterminate]:border-brand data-[state=checked]:bg-brand data-[state=indeterminate]:bg-brand",
          hasError && "border-danger",
          hideLabel && "mt-0",
        )}
      >
        <RadixCheckbox.Indicator>
          {checked === "indeterminate" ? (
            <Minus aria-hidden="true" className="size-4" strokeWidth={3} />
          ) : (
            <Check aria-hidden="true" className="size-4" strokeWidth={3} />
          )}
        </RadixCheckbox.Indicator>
      </RadixCheckbox.Root>
      <div className={cn("min-w-0 flex-1", hideLabel && "sr-only")}>
        <label
          htmlFor={id}
          className="flex justify-between gap-3 text-[0.9375rem] text-ink leading-6"
        >
          <span>{label}</span>
          {trailing === undefined ? null : (
            <span className="text-ink-subtle text-sm">{trailing}</span>
          )}
        </label>
        {about === undefined ? null : (
          <p
            id={about}
            className={cn("text-sm", hasError ? "text-danger-strong" : "text-ink-subtle")}
          >
            {hasError ? error : description}
          </p>
        )}
      </div>
    </div>
  );
}
