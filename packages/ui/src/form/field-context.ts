"use client";

import { createContext, useContext } from "react";

interface FieldState {
  controlId: string;
  labelId: string;
  describedBy: string | undefined;
  invalid: boolean;
  required: boolean;
}

/** What a {@link Field} tells the control inside it; `null` outside a field. */
export const FieldContext = createContext<FieldState | null>(null);

interface ControlAria {
  id?: string | undefined;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: boolean | "true" | "false" | "grammar" | "spelling" | undefined;
  required?: boolean | undefined;
}

interface WiredAria {
  id?: string;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
  "aria-required"?: true;
}

/** Id and aria attributes of a control: its own props first, then those of the field around it. */
export function useFieldControl(own: ControlAria = {}): WiredAria {
  const field = useContext(FieldContext);
  const id = own.id ?? field?.controlId;
  const describedBy = own["aria-describedby"] ?? field?.describedBy;
  const invalid = own["aria-invalid"] ?? field?.invalid;
  const required = own.required ?? field?.required;
  return {
    ...(id === undefined ? {} : { id }),
    ...(describedBy === undefined ? {} : { "aria-describedby": describedBy }),
    ...(invalid === undefined || invalid === false || invalid === "false"
      ? {}
      : { "aria-invalid": true as const }),
    ...(required === true ? { "aria-required": true as const } : {}),
  };
}

/** The id of the label of the field around, for groups that are labelled rather than bound. */
export function useFieldLabelId(): string | undefined {
  return useContext(FieldContext)?.labelId;
}
