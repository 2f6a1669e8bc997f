"use client";

import { emailField } from "@oto/domain";
import { Button } from "@oto/ui/button";
import { Callout } from "@oto/ui/feedback";
import { FormField, Input } from "@oto/ui/form";
import { useMutation } from "@tanstack/react-query";
import { Mail } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { useTRPC } from "../../trpc";
import { formResolver } from "../verify/form-resolver";
import { requestProblem } from "../verify/request-problem";

const schema = z.object({ email: emailField });

interface EmailStepProps {
  onSent: (email: string) => void;
  onBack: () => void;
}

/** An address that a link is sent to, if it has an account. */
export function EmailStep({ onSent, onBack }: EmailStepProps) {
  const t = useTranslations("reset");
  const common = useTranslations("common");
  const trpc = useTRPC();
  const form = useForm({
    resolver: formResolver(schema, useLocale()),
    defaultValues: { email: "" },
  });
  const request = useMutation(trpc.auth.requestPasswordReset.mutationOptions());
  return (
    <form
      noValidate
      onSubmit={form.handleSubmit(({ email }) =>
        request.mutate({ email }, { onSuccess: () => onSent(email) }),
      )}
      className="flex flex-col gap-5"
    >
      {request.error ? (
        <Callout tone="danger" role="alert">
          {requestProblem(request.error, common("offline")).message}
        </Callout>
      ) : null}
      <FormField control={form.control} name="email" label={t("email")} required>
        {(field) => (
          <Input
            {...field}
            type="email"
            autoComplete="email"
            leading={<Mail aria-hidden="true" />}
          />
        )}
      </FormField>
      <p className="text-ink-muted text-sm">{t("sameAnswerEmail")}</p>
      <Button type="submit" size="lg" block loading={request.isPending}>
        {t("sendLink")}
      </Button>
      <Button variant="ghost" onClick={onBack}>
        {t("byPhone")}
      </Button>
    </form>
  );
}
