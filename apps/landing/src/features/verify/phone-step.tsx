"use client";

import type { OtpPurpose } from "@oto/domain";
import { formatPhone, phoneField } from "@oto/domain";
import { Button } from "@oto/ui/button";
import { Callout } from "@oto/ui/feedback";
import { FormField, Input } from "@oto/ui/form";
import { Phone } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { z } from "zod";
import type { SentCode } from "./code-request";
import { useCodeRequest } from "./code-request";
import { formResolver } from "./form-resolver";
import { requestProblem } from "./request-problem";

const schema = z.object({ phone: phoneField });

interface PhoneStepProps {
  purpose: OtpPurpose;
  phone: string;
  /** What the server said about the number at an earlier try. */
  problem?: string | undefined;
  hint: string;
  onSent: (sent: SentCode) => void;
}

/** A mobile number in any spelling, and the code that proves it. */
export function PhoneStep({ purpose, phone, problem, hint, onSent }: PhoneStepProps) {
  const t = useTranslations("register");
  const common = useTranslations("common");
  const locale = useLocale();
  const form = useForm({
    resolver: formResolver(schema, locale),
    defaultValues: { phone: phone === "" ? "" : formatPhone(phone) },
  });
  const request = useCodeRequest(purpose, onSent);
  const refusal = request.error ? requestProblem(request.error, common("offline")) : null;
  const message = refusal?.message ?? problem;
  return (
    <form
      noValidate
      onSubmit={form.handleSubmit((values) => request.send(values.phone))}
      className="flex flex-col gap-5"
    >
      {message === undefined ? null : (
        <Callout tone="danger" role="alert">
          {message}
        </Callout>
      )}
      <FormField
        control={form.control}
        name="phone"
        label={t("phone")}
        hint={t("phoneHint")}
        required
      >
        {(field) => (
          <Input
            {...field}
            type="tel"
            inputMode="tel"
            autoComplete="tel"
            placeholder="0532 123 45 67"
            leading={<Phone aria-hidden="true" />}
          />
        )}
      </FormField>
      <p className="text-ink-muted text-sm">{hint}</p>
      <Button type="submit" size="lg" block loading={request.isPending}>
        {t("sendCode")}
      </Button>
    </form>
  );
}
