"use client";

import { passwordField } from "@oto/domain";
import { Button } from "@oto/ui/button";
import { Callout } from "@oto/ui/feedback";
import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { useTRPC } from "../../trpc";
import { PasswordField } from "../register/password-field";
import { formResolver } from "../verify/form-resolver";
import { requestProblem } from "../verify/request-problem";

const schema = z.object({ password: passwordField });

interface NewPasswordStepProps {
  token: string;
  onDone: () => void;
  /** The proof is too old: from the start. */
  onSpent: (problem: string) => void;
}

/** The new password, against the proof of phone or address. */
export function NewPasswordStep({ token, onDone, onSpent }: NewPasswordStepProps) {
  const t = useTranslations("reset");
  const common = useTranslations("common");
  const locale = useLocale();
  const trpc = useTRPC();
  const form = useForm({
    resolver: formResolver(schema, locale),
    defaultValues: { password: "" },
  });
  const reset = useMutation(
    trpc.auth.resetPassword.mutationOptions({
      onSuccess: onDone,
      onError: (error) => {
        const problem = requestProblem(error, common("offline"));
        if (problem.reason === "auth.token_invalid") onSpent(problem.message);
      },
    }),
  );
  return (
    <form
      noValidate
      onSubmit={form.handleSubmit(({ password }) => reset.mutate({ token, password }))}
      className="flex flex-col gap-5"
    >
      {reset.error ? (
        <Callout tone="danger" role="alert">
          {requestProblem(reset.error, common("offline")).message}
        </Callout>
      ) : null}
      <PasswordField control={form.control} name="password" label={t("newPassword")} />
      <p className="text-ink-muted text-sm">{t("endsSessions")}</p>
      <Button type="submit" size="lg" block loading={reset.isPending}>
        {t("save")}
      </Button>
    </form>
  );
}
