"use client";

import { passwordField } from "@oto/domain";
import { Button } from "@oto/ui/button";
import { Callout, EmptyState } from "@oto/ui/feedback";
import { useMutation } from "@tanstack/react-query";
import { CircleCheck } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { useTRPC } from "../../trpc";
import { PasswordField } from "../register/password-field";
import type { SentCode } from "../verify/code-request";
import { CodeStep } from "../verify/code-step";
import { DevMailboxHint } from "../verify/dev-mailbox-hint";
import { formResolver } from "../verify/form-resolver";
import { PhoneStep } from "../verify/phone-step";
import { requestProblem } from "../verify/request-problem";

type ResetState =
  | { at: "phone"; phone: string; problem?: string }
  | { at: "code"; sent: SentCode }
  | { at: "password"; token: string; phone: string }
  | { at: "done" };

interface ResetWizardProps {
  signInHref: string;
  mailbox: string | null;
}

/** A new password for whoever has the phone. */
export function ResetWizard({ signInHref, mailbox }: ResetWizardProps) {
  const t = useTranslations("reset");
  const [state, setState] = useState<ResetState>({ at: "phone", phone: "" });
  const hint = mailbox === null ? null : <DevMailboxHint href={mailbox} />;
  switch (state.at) {
    case "phone":
      return (
        <>
          <PhoneStep
            purpose="reset"
            phone={state.phone}
            problem={state.problem}
            hint={t("sameAnswer")}
            onSent={(sent) => setState({ at: "code", sent })}
          />
          {hint}
        </>
      );
    case "code":
      return (
        <>
          <CodeStep
            purpose="reset"
            sent={state.sent}
            onSent={(sent) => setState({ at: "code", sent })}
            onVerified={(token) => setState({ at: "password", token, phone: state.sent.phone })}
            onChangePhone={() => setState({ at: "phone", phone: state.sent.phone })}
          />
          {hint}
        </>
      );
    case "password":
      return (
        <NewPasswordStep
          token={state.token}
          onDone={() => setState({ at: "done" })}
          onSpent={(problem) => setState({ at: "phone", phone: state.phone, problem })}
        />
      );
    default:
      return (
        <EmptyState
          icon={<CircleCheck aria-hidden="true" />}
          title={t("doneTitle")}
          description={t("doneText")}
          actions={
            <Button asChild size="lg">
              <a href={signInHref}>{t("signIn")}</a>
            </Button>
          }
        />
      );
  }
}

const schema = z.object({ password: passwordField });

interface NewPasswordStepProps {
  token: string;
  onDone: () => void;
  /** The proof of the phone is too old: from the start. */
  onSpent: (problem: string) => void;
}

function NewPasswordStep({ token, onDone, onSpent }: NewPasswordStepProps) {
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
