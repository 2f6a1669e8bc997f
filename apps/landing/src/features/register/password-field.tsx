"use client";

import { passwordStrength } from "@oto/domain";
import { FormField, PasswordInput } from "@oto/ui/form";
import { useTranslations } from "next-intl";
import type { Control, FieldPath, FieldValues } from "react-hook-form";

interface PasswordFieldProps<T extends FieldValues, N extends FieldPath<T>, O> {
  control: Control<T, unknown, O>;
  name: N;
  label: string;
}

/** A new password with its meter. */
export function PasswordField<T extends FieldValues, N extends FieldPath<T>, O>({
  control,
  name,
  label,
}: PasswordFieldProps<T, N, O>) {
  const t = useTranslations("register");
  return (
    <FormField control={control} name={name} label={label} hint={t("passwordHint")} required>
      {(field) => {
        const typed = String(field.value ?? "");
        const score = passwordStrength(typed);
        return (
          <PasswordInput
            {...field}
            value={typed}
            autoComplete="new-password"
            showLabel={t("showPassword")}
            hideLabel={t("hidePassword")}
            {...(typed === "" ? {} : { strength: { score, label: t(`strength.${score}`) } })}
          />
        );
      }}
    </FormField>
  );
}
