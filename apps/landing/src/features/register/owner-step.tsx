"use client";

import { registrationOwner } from "@oto/domain";
import { FormField, Input } from "@oto/ui/form";
import { useLocale, useTranslations } from "next-intl";
import { useEffect } from "react";
import type { FieldErrors } from "react-hook-form";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { formResolver } from "../verify/form-resolver";
import { PasswordField } from "./password-field";
import type { RegistrationDraft } from "./registration-draft";
import { StepButtons } from "./step-buttons";
import { saveDraft } from "./use-registration-draft";

export type OwnerValues = z.input<typeof registrationOwner>;

interface OwnerStepProps {
  draft: RegistrationDraft;
  password: string;
  errors: FieldErrors<OwnerValues> | undefined;
  onBack: () => void;
  onDone: (password: string) => void;
}

/** The person who owns the business, and the password of their account. */
export function OwnerStep({ draft, password, errors, onBack, onDone }: OwnerStepProps) {
  const t = useTranslations("register");
  const locale = useLocale();
  const form = useForm({
    resolver: formResolver(registrationOwner, locale),
    defaultValues: { ...draft.owner, password },
    ...(errors ? { errors } : {}),
  });
  const { control, subscribe } = form;
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ values: { password: _never, ...owner } }) => saveDraft({ owner }),
      }),
    [subscribe],
  );
  return (
    <form
      noValidate
      onSubmit={form.handleSubmit(({ password: chosen, ...owner }) => {
        saveDraft({ owner, ownerDone: true });
        onDone(chosen);
      })}
      className="flex flex-col gap-5"
    >
      <div className="grid gap-5 sm:grid-cols-2">
        <FormField control={control} name="firstName" label={t("firstName")} required>
          {(field) => <Input {...field} autoComplete="given-name" />}
        </FormField>
        <FormField control={control} name="lastName" label={t("lastName")} required>
          {(field) => <Input {...field} autoComplete="family-name" />}
        </FormField>
      </div>
      <FormField control={control} name="email" label={t("email")} hint={t("emailHint")} required>
        {(field) => <Input {...field} type="email" autoComplete="email" />}
      </FormField>
      <PasswordField control={control} name="password" label={t("password")} />
      <StepButtons onBack={onBack} submitLabel={t("next")} />
    </form>
  );
}
