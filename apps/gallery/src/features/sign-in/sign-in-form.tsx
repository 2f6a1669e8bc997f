"use client";

import { Button, Callout, Field, Input, PasswordInput } from "@oto/ui";
import { signIn } from "next-auth/react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { readSignInProblem } from "./sign-in-problem";

interface SignInFormProps {
  /** Path to go to afterwards. */
  next: string;
  /** Where a forgotten password is set anew. */
  resetHref: string;
}

/** E-mail or phone, and password. A refusal keeps what was typed. */
export function SignInForm({ next, resetHref }: SignInFormProps) {
  const t = useTranslations("signIn");
  const locale = useLocale();
  const [problem, setProblem] = useState<string | null>(null);
  const [entering, setEntering] = useState(false);
  const { register, handleSubmit, formState } = useForm({
    defaultValues: { identifier: "", password: "" },
  });
  const submit = handleSubmit(async ({ identifier, password }) => {
    setProblem(null);
    const result = await signIn("credentials", {
      redirect: false,
      identifier,
      password,
      locale,
    }).catch(() => undefined);
    if (result?.ok === true && !result.error) {
      setEntering(true);
      // A full load: every page then reads the new session.
      window.location.assign(next);
      return;
    }
    setProblem(readSignInProblem(result?.error)?.message || t("unreachable"));
  });
  const { errors, isSubmitting } = formState;
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-5">
      {problem === null ? null : (
        <Callout tone="danger" role="alert" title={t("failed")}>
          {problem}
        </Callout>
      )}
      <Field
        label={t("identifier")}
        hint={t("identifierHint")}
        error={errors.identifier?.message}
        required
      >
        <Input
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          inputMode="email"
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
      <div className="flex flex-col gap-4">
        <Button type="submit" size="lg" block loading={isSubmitting || entering}>
          {t("submit")}
        </Button>
        <a href={resetHref} className="self-center py-2 text-brand-strong text-sm underline">
          {t("forgot")}
        </a>
      </div>
    </form>
  );
}
