"use client";

import { Button, Callout, Field, Input, PasswordInput } from "@oto/ui";
import { signIn } from "next-auth/react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import type { SecondStep } from "./code-step";
import { CodeStep } from "./code-step";
import { readSignInProblem } from "./sign-in-problem";

interface SignInFormProps {
  /** Path to go to afterwards. */
  next: string;
  /** Where a forgotten password is set anew. */
  resetHref: string;
}

interface Credentials {
  identifier: string;
  password: string;
}

/**
 * E-mail or phone, and password; then the code of the second factor where there is one. A refusal
 * keeps what was typed.
 */
export function SignInForm({ next, resetHref }: SignInFormProps) {
  const t = useTranslations("signIn");
  const locale = useLocale();
  const [problem, setProblem] = useState<string | null>(null);
  const [entering, setEntering] = useState(false);
  const { register, handleSubmit, formState } = useForm({
    defaultValues: { identifier: "", password: "" },
  });
  const [known, setKnown] = useState<Credentials | null>(null);
  /** @returns whether the person is in */
  const attempt = async (credentials: Credentials, second?: SecondStep): Promise<boolean> => {
    setProblem(null);
    const result = await signIn("credentials", {
      redirect: false,
      locale,
      ...credentials,
      ...(second ? { totp: second.totp, rememberDevice: String(second.rememberDevice) } : {}),
    }).catch(() => undefined);
    if (result?.ok === true && !result.error) {
      setEntering(true);
      // A full load: every page then reads the new session.
      window.location.assign(next);
      return true;
    }
    const refusal = readSignInProblem(result?.error);
    if (refusal?.reason === "auth.totp_required" && !second) setKnown(credentials);
    else setProblem(refusal?.message || t("unreachable"));
    return false;
  };
  const submit = handleSubmit(async (credentials) => {
    await attempt(credentials);
  });
  const { errors, isSubmitting } = formState;
  if (known !== null) {
    return (
      <CodeStep
        problem={problem}
        entering={entering}
        onSubmit={(second) => attempt(known, second)}
        onBack={() => {
          setKnown(null);
          setProblem(null);
        }}
      />
    );
  }
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
