"use client";

import { formatPhone } from "@oto/domain";
import { Button } from "@oto/ui/button";
import { Callout } from "@oto/ui/feedback";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { CodeStep } from "../verify/code-step";
import { PhoneStep } from "../verify/phone-step";
import type { BusinessValues } from "./business-step";
import { BusinessStep } from "./business-step";
import { ConsentsStep } from "./consents-step";
import type { OwnerValues } from "./owner-step";
import { OwnerStep } from "./owner-step";
import type { RegistrationDraft, Step } from "./registration-draft";
import { errorsBelow } from "./server-errors";
import { useRegistration } from "./use-registration";
import { saveDraft } from "./use-registration-draft";

interface WizardStepProps {
  step: Step;
  draft: RegistrationDraft;
  notice: string;
  password: string;
  onPassword: (password: string) => void;
  goTo: (step: Step) => void;
}

/** The form of the step on show. */
export function WizardStep({ step, draft, notice, password, onPassword, goTo }: WizardStepProps) {
  const t = useTranslations("register");
  const { problem, forgetProblem, sending, send } = useRegistration(goTo);
  // The forms take a new object as new errors: one object for one refusal.
  const ownerErrors = useMemo(() => errorsBelow<OwnerValues>(problem, "owner"), [problem]);
  const galleryErrors = useMemo(() => errorsBelow<BusinessValues>(problem, "gallery"), [problem]);
  const done = (next: Step) => {
    forgetProblem();
    goTo(next);
  };
  if (step === "telefon" || (step === "kod" && draft.sent === null)) {
    const refused = problem?.reason === "auth.token_invalid" ? t("phoneAgain") : problem?.message;
    return (
      <div className="flex flex-col gap-6">
        {draft.token === null ? null : (
          <Callout
            tone="success"
            actions={<Button onClick={() => done("yetkili")}>{t("next")}</Button>}
          >
            {t("verified", { phone: formatPhone(draft.phone) })}
          </Callout>
        )}
        <PhoneStep
          purpose="register"
          phone={draft.phone}
          problem={refused}
          hint={t("phoneWhy")}
          onSent={(sent) => {
            saveDraft({ phone: sent.phone, sent, token: null });
            done("kod");
          }}
        />
      </div>
    );
  }
  if (step === "kod" && draft.sent !== null) {
    return (
      <CodeStep
        purpose="register"
        sent={draft.sent}
        onSent={(sent) => saveDraft({ sent })}
        onVerified={(token) => {
          saveDraft({ token });
          done("yetkili");
        }}
        onChangePhone={() => goTo("telefon")}
      />
    );
  }
  if (step === "yetkili") {
    return (
      <OwnerStep
        draft={draft}
        password={password}
        errors={ownerErrors}
        onBack={() => goTo("telefon")}
        onDone={(chosen) => {
          onPassword(chosen);
          done("isletme");
        }}
      />
    );
  }
  if (step === "isletme") {
    return (
      <BusinessStep
        draft={draft}
        errors={galleryErrors}
        onBack={() => goTo("yetkili")}
        onDone={() => done("onay")}
      />
    );
  }
  return (
    <ConsentsStep
      password={password}
      marketing={draft.marketing}
      notice={notice}
      sending={sending}
      problem={problem?.message}
      onBack={() => goTo("isletme")}
      onDone={(answer) => {
        saveDraft({ marketing: answer.marketing });
        onPassword(answer.password);
        send(draft, answer);
      }}
    />
  );
}
