"use client";

import type { ReactNode } from "react";
import { cn } from "../foundation/cn";
import { Checkbox } from "./checkbox";
import { useFieldLabelId } from "./field-context";

interface CheckboxListProps<V extends string> {
  options: readonly { value: V; label: ReactNode; trailing?: ReactNode; disabled?: boolean }[];
  value: readonly V[];
  onValueChange: (value: V[]) => void;
  /** Names the group where no `Field` with `group` does. */
  label?: string | undefined;
  columns?: 1 | 2 | 3 | undefined;
  className?: string | undefined;
}

const COLUMNS = { 1: "", 2: "sm:grid-cols-2", 3: "sm:grid-cols-2 lg:grid-cols-3" };

/** Any of several. */
export function CheckboxList<V extends string>({
  options,
  value,
  onValueChange,
  label,
  columns = 1,
  className,
}: CheckboxListProps<V>) {
  const labelId = useFieldLabelId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would want a legend, the label stands outside
    <div
      role="group"
      {...(label === undefined ? { "aria-labelledby": labelId } : { "aria-label": label })}
      className={cn("grid gap-x-6", COLUMNS[columns], className)}
    >
      {options.map((option) => (
        <Checkbox
          key={option.value}
          label={option.label}
          trailing={option.trailing}
          disabled={option.disabled}
          checked={value.includes(option.value)}
          onCheckedChange={(checked) =>
            onValueChange(
              checked
                ? [...value, option.value]
                : value.filter((picked) => picked !== option.value),
            )
          }
        />
      ))}
    </div>
  );
}
