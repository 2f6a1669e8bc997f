"use client";

import type { ComponentProps, ReactNode } from "react";
import { cn } from "../foundation/cn";
import { CONTROL } from "./control-classes";
import { useFieldControl } from "./field-context";

export interface InputProps extends ComponentProps<"input"> {
  /** An icon or sign inside, before the text. */
  leading?: ReactNode;
  /** A unit, sign or small button inside, after the text. */
  trailing?: ReactNode;
}

/** A line of text. Inside a `Field` it finds its label, hint and error by itself. */
export function Input({ className, leading, trailing, ...rest }: InputProps) {
  const wired = useFieldControl(rest);
  const control = (
    <input
      {...rest}
      {...wired}
      className={cn(
        CONTROL,
        leading !== undefined && "pl-10",
        trailing !== undefined && "pr-12",
        className,
      )}
    />
  );
  if (leading === undefined && trailing === undefined) {
    return control;
  }
  return (
    <div className="relative">
      {leading === undefined ? null : (
        <span className="pointer-events-none absolute inset-y-0 left-3 grid place-items-center text-ink-subtle [&_svg]:size-4.5">
          {leading}
        </span>
      )}
      {control}
      {trailing === undefined ? null : (
        <span className="absolute inset-y-0 right-1 grid min-w-9 place-items-center text-ink-subtle text-sm [&_svg]:size-4.5">
          {trailing}
        </span>
      )}
    </div>
  );
}
