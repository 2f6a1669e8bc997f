"use client";

import { Button, Callout, Field, Input, PasswordInput } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";

interface PasswordFormProps {
  problem: string | null;
  entering: boolean;
  onSubmit: (values: { identifier: string; password: string }) => Promise<unknown>;
}

/** E-mail and password. A refusal keeps what was typed. */
export function PasswordForm({ problem, entering, onSubmit }: PasswordFormProps) {
  const t = useTranslations("signIn");
  const { register, handleSubmit, formState } = useForm({
    defaultValues: { identifier: "", password: "" },
  });
  const { errors, isSubmitting } = formState;
  return (
    <form
      onSubmit={handleSubmit(async (values) => {
        await onSubmit(values);
      })}
      noValidate
      className="flex flex-col gap-5"
    >
      {problem === null ? null : (
        <Callout tone="danger" role="alert" title={t("failed")}>
          {problem}
        </Callout>
      )}
      <Field label={t("identifier")} error={errors.identifier?.message} required>
        <Input
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          {...register("identifier", { validate: (text) => text.trim() !== "" || t("required") })}
        />
      </Field>
      <Field label={t("password")} error={errors.password?.message} required>
        <PasswordInput
          autoComplete="current-password"
          showLabel={t("showPassword")}
          hideLabel={t("hidePassword")}
          {...register("password", { validate: (text) => text !== "" || t("required") })}
        />
      </Field>
      <Button type="submit" size="lg" block loading={isSubmitting || entering}>
        {t("submit")}
      </Button>
    </form>
  );
}
