"use client";

import { CONSENT_VERSION, passwordField, registrationConsents } from "@oto/domain";
import { Callout } from "@oto/ui/feedback";
import { Checkbox } from "@oto/ui/form";
import { useLocale, useTranslations } from "next-intl";
import type { Control } from "react-hook-form";
import { Controller, useForm } from "react-hook-form";
import { z } from "zod";
import { localePath } from "../../i18n/locale";
import { formResolver } from "../verify/form-resolver";
import { PasswordField } from "./password-field";
import { StepButtons } from "./step-buttons";

/** Boxes start unticked, which the domain's schema refuses only when the form is sent. */
const schema = z.preprocess(
  (values: ConsentValues) => values,
  registrationConsents.extend({ password: passwordField }),
);

interface ConsentValues {
  terms: boolean;
  kvkk: boolean;
  marketing: boolean;
  password: string;
}

export interface ConsentAnswer {
  marketing: boolean;
  password: string;
}

interface ConsentsStepProps {
  /** Empty after a reload: it is asked for again here. */
  password: string;
  marketing: boolean;
  /** The short form of the privacy notice. */
  notice: string;
  sending: boolean;
  problem: string | undefined;
  onBack: () => void;
  onDone: (answer: ConsentAnswer) => void;
}

const LINK = "font-medium text-brand-strong underline underline-offset-4";

/** The privacy notice, and apart from it what is agreed to. */
export function ConsentsStep(props: ConsentsStepProps) {
  const { password, marketing, notice, sending, problem, onBack, onDone } = props;
  const t = useTranslations("register");
  const locale = useLocale();
  const form = useForm<ConsentValues, unknown, z.output<typeof schema>>({
    resolver: formResolver(schema, locale),
    defaultValues: { terms: false, kvkk: false, marketing, password },
  });
  return (
    <form
      noValidate
      onSubmit={form.handleSubmit((values) =>
        onDone({ marketing: values.marketing ?? false, password: values.password }),
      )}
      className="flex flex-col gap-5"
    >
      {problem === undefined ? null : (
        <Callout tone="danger" role="alert" title={t("problem")}>
          {problem}
        </Callout>
      )}
      <section aria-label={t("noticeTitle")} className="rounded-card border bg-surface">
        <header className="flex flex-wrap items-baseline justify-between gap-x-4 border-b px-4 py-3">
          <h3 className="text-heading">{t("noticeTitle")}</h3>
          <span className="text-ink-subtle text-sm">
            {t("noticeVersion", { version: CONSENT_VERSION })}
          </span>
        </header>
        <p className="px-4 py-3 text-ink-muted text-sm">
          {notice}{" "}
          <a href={localePath(locale, "/kvkk")} target="_blank" rel="noreferrer" className={LINK}>
            {t("readAll")}
          </a>
        </p>
      </section>
      <div className="flex flex-col">
        <ConsentBox control={form.control} name="kvkk" label={t("consentKvkk")} required />
        <ConsentBox control={form.control} name="terms" label={t("consentTerms")} required />
        <a
          href={localePath(locale, "/kullanim-kosullari")}
          target="_blank"
          rel="noreferrer"
          className={`${LINK} mb-2 ml-8.5 inline-flex min-h-6 w-fit items-center text-sm`}
        >
          {t("readTerms")}
        </a>
        <ConsentBox
          control={form.control}
          name="marketing"
          label={t("consentMarketing")}
          description={t("consentMarketingHint")}
        />
      </div>
      {password === "" ? (
        <div className="flex flex-col gap-3">
          <Callout tone="info">{t("passwordKept")}</Callout>
          <PasswordField control={form.control} name="password" label={t("password")} />
        </div>
      ) : null}
      <StepButtons onBack={onBack} submitLabel={t("submit")} loading={sending} />
    </form>
  );
}

interface ConsentBoxProps {
  control: Control<ConsentValues, unknown, z.output<typeof schema>>;
  name: "terms" | "kvkk" | "marketing";
  label: string;
  description?: string;
  required?: boolean;
}

function ConsentBox({ control, name, label, description, required = false }: ConsentBoxProps) {
  return (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => (
        <Checkbox
          label={label}
          description={description}
          checked={field.value}
          onCheckedChange={field.onChange}
          required={required}
          error={fieldState.error?.message}
        />
      )}
    />
  );
}
