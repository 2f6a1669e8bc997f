"use client";

import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useId } from "react";
import { cn } from "../foundation/cn";
import { FieldContext } from "./field-context";
import { Label } from "./label";

export interface FieldProps {
  label: ReactNode;
  /** Help under the control. */
  hint?: ReactNode;
  /** What is wrong; replaces the hint and marks the control invalid. */
  error?: ReactNode;
  required?: boolean | undefined;
  /** A quiet word at the end of the label's line ("optional", "filled for you"). */
  note?: ReactNode;
  /** Keeps the label for screen readers only. */
  hideLabel?: boolean | undefined;
  /** The control takes the label as a group name (radio group, slider, OTP) instead of a `for`. */
  group?: boolean | undefined;
  className?: string | undefined;
  children: ReactNode;
}

/** Label, control, hint and error, wired for assistive technology. Holds exactly one control. */
export function Field({
  label,
  hint,
  error,
  required = false,
  note,
  hideLabel = false,
  group = false,
  className,
  children,
}: FieldProps) {
  const id = useId();
  const invalid = error !== undefined && error !== null && error !== false && error !== "";
  const hasHint = !invalid && hint !== undefined && hint !== null;
  const messageId = `${id}-message`;
  const state = {
    controlId: `${id}-control`,
    labelId: `${id}-label`,
    describedBy: invalid || hasHint ? messageId : undefined,
    invalid,
    required,
  };
  return (
    <FieldContext.Provider value={state}>
      <div className={cn("flex min-w-0 flex-col gap-1.5", className)}>
        <div className={cn("flex items-baseline justify-between gap-3", hideLabel && "sr-only")}>
          <Label id={state.labelId} {...(group ? {} : { htmlFor: state.controlId })}>
            {label}
            {required ? (
              <span aria-hidden="true" className="ml-0.5 text-danger-strong">
                *
              </span>
            ) : null}
          </Label>
          {note === undefined ? null : <span className="text-ink-subtle text-xs">{note}</span>}
        </div>
        {children}
        {invalid ? (
          <p id={messageId} className="flex items-start gap-1.5 text-danger-strong text-sm">
            <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
            <span>{error}</span>
          </p>
        ) : null}
        {hasHint ? (
          <p id={messageId} className="text-ink-subtle text-sm">
            {hint}
          </p>
        ) : null}
      </div>
    </FieldContext.Provider>
  );
}
