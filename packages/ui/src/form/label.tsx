"use client";

import * as RadixLabel from "radix-ui/label";
import type { ComponentProps } from "react";
import { cn } from "../foundation/cn";

/** The caption of a control. */
export function Label({ className, ...rest }: ComponentProps<typeof RadixLabel.Root>) {
  return (
    <RadixLabel.Root
      className={cn("select-none font-medium text-ink text-sm leading-5", className)}
      {...rest}
    />
  );
}
