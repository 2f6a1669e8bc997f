"use client";

import { Check, ChevronDown } from "lucide-react";
import * as RadixSelect from "radix-ui/select";
import { cn } from "../foundation/cn";
import { CONTROL } from "./control-classes";
import { useFieldControl } from "./field-context";

export interface Option<V extends string = string> {
  value: V;
  label: string;
  hint?: string | undefined;
  disabled?: boolean | undefined;
}

export interface SelectProps<V extends string> {
  options: readonly Option<V>[];
  value: V | null | undefined;
  onValueChange: (value: V) => void;
  placeholder?: string | undefined;
  disabled?: boolean | undefined;
  name?: string | undefined;
  id?: string | undefined;
  "aria-label"?: string | undefined;
  className?: string | undefined;
}

/** One of a short list. For long or growing lists take `Combobox`. */
export function Select<V extends string>({
  options,
  value,
  onValueChange,
  placeholder,
  disabled = false,
  name,
  className,
  ...aria
}: SelectProps<V>) {
  const wired = useFieldControl({ id: aria.id });
  const chosen = options.find((option) => option.value === value);
  return (
    <RadixSelect.Root
      value={value ?? ""}
      onValueChange={(next) => {
        const picked = options.find((option) => option.value === next);
        if (picked !== undefined) {
          onValueChange(picked.value);
        }
      }}
      disabled={disabled}
      {...(name === undefined ? {} : { name })}
    >
      <RadixSelect.Trigger
        {...wired}
        aria-label={aria["aria-label"]}
        className={cn(
          CONTROL,
          "inline-flex items-center justify-between gap-2 text-left data-[placeholder]:text-ink-subtle [&>span]:truncate",
          className,
        )}
      >
        {/* Named here, since its own way needs the options, which are there once scripts run. */}
        <RadixSelect.Value placeholder={placeholder}>{chosen?.label}</RadixSelect.Value>
        <RadixSelect.Icon>
          <ChevronDown aria-hidden="true" className="size-4 text-ink-subtle" />
        </RadixSelect.Icon>
      </RadixSelect.Trigger>
      <RadixSelect.Portal>
        <RadixSelect.Content
          position="popper"
          sideOffset={6}
          className="z-60 max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) origin-(--radix-select-content-transform-origin) overflow-hidden rounded-card border bg-raised shadow-raised data-[state=closed]:animate-pop-out data-[state=open]:animate-pop-in"
        >
          <RadixSelect.Viewport className="max-h-80 p-1.5">
            {options.map((option) => (
              <RadixSelect.Item
                key={option.value}
                value={option.value}
                disabled={option.disabled === true}
                className="relative flex min-h-10 cursor-default select-none items-center rounded-control py-1.5 pr-9 pl-3 text-[0.9375rem] text-ink outline-none data-[disabled]:opacity-45 data-[highlighted]:bg-sunken pointer-coarse:min-h-11"
              >
                <span className="flex flex-col">
                  <RadixSelect.ItemText>{option.label}</RadixSelect.ItemText>
                  {option.hint === undefined ? null : (
                    <span className="text-ink-subtle text-xs">{option.hint}</span>
                  )}
                </span>
                <RadixSelect.ItemIndicator className="absolute right-3">
                  <Check aria-hidden="true" className="size-4 text-brand-strong" />
                </RadixSelect.ItemIndicator>
              </RadixSelect.Item>
            ))}
          </RadixSelect.Viewport>
        </RadixSelect.Content>
      </RadixSelect.Portal>
    </RadixSelect.Root>
  );
}
