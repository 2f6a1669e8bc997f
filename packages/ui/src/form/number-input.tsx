"use client";

import type { ChangeEvent } from "react";
import { useLayoutEffect, useRef, useState } from "react";
import { caretAfter, formatGrouped, readTyped } from "../foundation/number-format";
import type { InputProps } from "./input";
import { Input } from "./input";

export interface NumberInputProps
  extends Omit<InputProps, "value" | "defaultValue" | "onChange" | "type" | "ref"> {
  value: number | null | undefined;
  onValueChange: (value: number | null) => void;
  /** Groups and splits as this locale does; default `tr-TR`. */
  locale?: string | undefined;
  /** Digits allowed after the decimal sign; default none. */
  decimals?: number | undefined;
  /** `false` for years and codes, which take no group signs. */
  grouping?: boolean | undefined;
  /** Stands after the number: `km`, `cc`. */
  unit?: string | undefined;
}

/** A number that groups itself while it is typed (`1.245.000`); gives plain numbers back. */
export function NumberInput({
  value,
  onValueChange,
  locale = "tr-TR",
  decimals = 0,
  grouping = true,
  unit,
  ...rest
}: NumberInputProps) {
  const ref = useRef<HTMLInputElement>(null);
  const caret = useRef<number | null>(null);
  const [draft, setDraft] = useState<string | null>(null);
  const write = (number: number | null | undefined) => {
    if (number === null || number === undefined || Number.isNaN(number)) {
      return "";
    }
    return grouping ? formatGrouped(number, locale, decimals) : String(number);
  };
  // The draft keeps "12," alive while it is typed; a value set from outside wins over it.
  const draftValue = draft === null ? undefined : readTyped(draft, locale, decimals).value;
  const text = draft !== null && draftValue === (value ?? null) ? draft : write(value);

  useLayoutEffect(() => {
    if (caret.current !== null && ref.current === document.activeElement) {
      ref.current?.setSelectionRange(caret.current, caret.current);
      caret.current = null;
    }
  });

  const change = (event: ChangeEvent<HTMLInputElement>) => {
    const raw = event.target.value;
    const typed = readTyped(raw, locale, decimals);
    const next = grouping ? typed.text : raw.replace(/\D/g, "");
    caret.current = caretAfter(raw, event.target.selectionStart ?? raw.length, next);
    setDraft(next);
    onValueChange(typed.value);
  };

  return (
    <Input
      {...rest}
      ref={ref}
      inputMode={decimals > 0 ? "decimal" : "numeric"}
      autoComplete="off"
      value={text}
      onChange={change}
      onBlur={(event) => {
        setDraft(null);
        rest.onBlur?.(event);
      }}
      {...(unit === undefined ? {} : { trailing: unit })}
    />
  );
}
