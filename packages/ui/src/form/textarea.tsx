"use client";

import type { ComponentProps } from "react";
import { cn } from "../foundation/cn";
import { CONTROL } from "./control-classes";
import { useFieldControl } from "./field-context";

interface TextareaProps extends ComponentProps<"textarea"> {
  /** Grows with its text instead of scrolling (where the browser can). */
  autoGrow?: boolean | undefined;
}

/** Several lines of text. */
export function Textarea({ className, autoGrow = true, ...rest }: TextareaProps) {
  const wired = useFieldControl(rest);
  return (
    <textarea
      rows={4}
      {...rest}
      {...wired}
      className={cn(
        CONTROL,
        "h-auto min-h-24 py-2.5",
        autoGrow && "field-sizing-content",
        className,
      )}
    />
  );
}
