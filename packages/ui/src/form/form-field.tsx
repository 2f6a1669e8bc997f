"use client";

import type { ReactElement } from "react";
import type { Control, ControllerRenderProps, FieldPath, FieldValues } from "react-hook-form";
import { Controller } from "react-hook-form";
import type { FieldProps } from "./field";
import { Field } from "./field";

interface FormFieldProps<T extends FieldValues, N extends FieldPath<T>, O>
  extends Omit<FieldProps, "children" | "error"> {
  control: Control<T, unknown, O>;
  name: N;
  /** Turns the message of a rule (a key, perhaps) into words. */
  errorText?: ((message: string) => string) | undefined;
  children: (field: ControllerRenderProps<T, N>) => ReactElement;
}

/** A `Field` bound to react-hook-form: gives value and handlers to its child, shows its error. */
export function FormField<T extends FieldValues, N extends FieldPath<T> = FieldPath<T>, O = T>({
  control,
  name,
  errorText,
  children,
  ...field
}: FormFieldProps<T, N, O>) {
  return (
    <Controller
      control={control}
      name={name}
      render={({ field: binding, fieldState }) => {
        const message = fieldState.error?.message;
        return (
          <Field
            {...field}
            error={message === undefined ? undefined : (errorText?.(message) ?? message)}
          >
            {children(binding)}
          </Field>
        );
      }}
    />
  );
}
