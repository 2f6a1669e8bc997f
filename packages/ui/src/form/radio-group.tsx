"use client";

import * as RadixRadio from "radix-ui/radio-group";
import type { ReactNode } from "react";
import { useId } from "react";
import { cn } from "../foundation/cn";
import { useFieldControl, useFieldLabelId } from "./field-context";

interface RadioGroupProps<V extends string> {
  options: readonly {
    value: V;
    label: ReactNode;
    description?: ReactNode;
    icon?: ReactNode;
    disabled?: boolean;
  }[];
  value: V | null | undefined;
  onValueChange: (value: V) => void;
  /** Names the group where no `Field` with `group` does. */
  label?: string | undefined;
  /** `cards` for choices that need explaining, `segments` for two or three short words. */
  variant?: "list" | "cards" | "segments" | undefined;
  disabled?: boolean | undefined;
  className?: string | undefined;
}

const ITEM = {
  list: "flex min-h-11 items-start gap-3 py-2.5",
  cards:
    "flex items-start gap-3 rounded-card border border-line bg-surface p-4 transition-colors has-data-[state=checked]:border-brand has-data-[state=checked]:bg-brand-soft/60 hover:border-control",
  segments:
    "relative flex min-h-9 flex-1 items-center justify-center gap-2 rounded-lg px-3 text-ink-muted has-data-[state=checked]:bg-surface has-data-[state=checked]:text-ink has-data-[state=checked]:shadow-card pointer-coarse:min-h-11",
};

/** One of a few, all in view. */
export function RadioGroup<V extends string>({
  options,
  value,
  onValueChange,
  label,
  variant = "list",
  disabled = false,
  className,
}: RadioGroupProps<V>) {
  const id = useId();
  const labelId = useFieldLabelId();
  const { id: _unused, ...wired } = useFieldControl();
  return (
    <RadixRadio.Root
      {...wired}
      {...(label === undefined ? { "aria-labelledby": labelId } : { "aria-label": label })}
      value={value ?? ""}
      disabled={disabled}
      onValueChange={(next) => {
        const picked = options.find((option) => option.value === next);
        if (picked !== undefined) {
          onValueChange(picked.value);
        }
      }}
      className={cn(
        variant === "list" && "grid",
        variant === "cards" && "grid gap-2.5",
        variant === "segments" && "flex gap-1 rounded-[0.75rem] bg-sunken p-1",
        className,
      )}
    >
      {options.map((option) => {
        const optionId = `${id}-${option.value}`;
        return (
          <div key={option.value} className={ITEM[variant]}>
            <RadixRadio.Item
              id={optionId}
              value={option.value}
              disabled={option.disabled === true}
              className={cn(
                "grid shrink-0 place-items-center disabled:opacity-45",
                variant === "segments"
                  ? "absolute inset-0 rounded-lg"
                  : "mt-px size-5.5 rounded-full border border-control bg-surface data-[state=checked]:border-brand",
              )}
            >
              {variant === "segments" ? null : (
                <RadixRadio.Indicator className="size-3 rounded-full bg-brand" />
              )}
            </RadixRadio.Item>
            {option.icon === undefined ? null : (
              <span className="shrink-0 text-ink-muted [&_svg]:size-5">{option.icon}</span>
            )}
            <label
              htmlFor={optionId}
              className={cn(
                "min-w-0 text-[0.9375rem] leading-6",
                variant === "segments"
                  ? "pointer-events-none font-medium text-sm"
                  : "flex-1 text-ink",
              )}
            >
              <span className={variant === "cards" ? "font-medium" : undefined}>
                {option.label}
              </span>
              {option.description === undefined ? null : (
                <span className="block text-ink-muted text-sm">{option.description}</span>
              )}
            </label>
          </div>
        );
      })}
    </RadixRadio.Root>
  );
}
