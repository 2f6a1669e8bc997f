"use client";

import { useState } from "react";
import { cn } from "../foundation/cn";
import { useFieldControl, useFieldLabelId } from "./field-context";

interface OtpInputProps {
  value: string;
  onValueChange: (value: string) => void;
  /** All digits are there. */
  onComplete?: ((value: string) => void) | undefined;
  length?: number | undefined;
  /** Names the control where no `Field` does. */
  label?: string | undefined;
  disabled?: boolean | undefined;
  autoFocus?: boolean | undefined;
}

/** A one-time code: one real input under six boxes, so pasting and codes from SMS just work. */
export function OtpInput({
  value,
  onValueChange,
  onComplete,
  length = 6,
  label,
  disabled = false,
  autoFocus = false,
}: OtpInputProps) {
  const [focused, setFocused] = useState(false);
  const wired = useFieldControl();
  const labelId = useFieldLabelId();
  const invalid = wired["aria-invalid"] === true;
  const change = (raw: string) => {
    const digits = raw.replace(/\D/g, "").slice(0, length);
    onValueChange(digits);
    if (digits.length === length && digits !== value) {
      onComplete?.(digits);
    }
  };
  return (
    <div className={cn("relative w-full max-w-sm", disabled && "opacity-50")}>
      <div aria-hidden="true" className="flex gap-2">
        {Array.from({ length }, (_, index) => `box-${index}`).map((key, index) => {
          const current = focused && index === Math.min(value.length, length - 1);
          return (
            <span
              key={key}
              className={cn(
                "grid h-14 min-w-0 flex-1 place-items-center rounded-control border bg-surface font-semibold text-2xl text-ink shadow-card transition-[border-color,box-shadow]",
                invalid ? "border-danger" : "border-control",
                current && "border-ring ring-3 ring-ring/30",
              )}
            >
              {value[index] ?? ""}
            </span>
          );
        })}
      </div>
      <input
        {...wired}
        {...(label === undefined ? { "aria-labelledby": labelId } : { "aria-label": label })}
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern="\d*"
        maxLength={length}
        value={value}
        disabled={disabled}
        // biome-ignore lint/a11y/noAutofocus: the only field of its step, asked for by the caller
        autoFocus={autoFocus}
        onChange={(event) => change(event.target.value)}
        onPaste={(event) => {
          event.preventDefault();
          change(event.clipboardData.getData("text"));
        }}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        className="absolute inset-0 size-full cursor-text rounded-control bg-transparent text-transparent caret-transparent outline-none selection:bg-transparent"
      />
    </div>
  );
}
