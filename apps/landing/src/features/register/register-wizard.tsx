"use client";

import { formatPhone } from "@oto/domain";
import { Badge } from "@oto/ui/display";
import { Skeleton } from "@oto/ui/feedback";
import { Stepper } from "@oto/ui/navigation";
import { ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { DevMailboxHint } from "../verify/dev-mailbox-hint";
import type { RegistrationDraft, Step } from "./registration-draft";
import { STEPS } from "./registration-draft";
import { useRegistrationDraft } from "./use-registration-draft";
import { useWizardStep } from "./use-wizard-step";
import { WizardStep } from "./wizard-step";

interface RegisterWizardProps {
  notice: string;
  /** Address of the mailbox of a trial installation; null in production. */
  mailbox: string | null;
}

/** From a phone number to an application that waits for approval. */
export function RegisterWizard({ notice, mailbox }: RegisterWizardProps) {
  const t = useTranslations("register");
  const draft = useRegistrationDraft();
  const { step, goTo } = useWizardStep(draft);
  const [password, setPassword] = useState("");
  if (draft === null || step === null) return <WizardSkeleton />;
  const steps = STEPS.map((id) => ({ id, label: t(`step.${id}`) }));
  const current = STEPS.indexOf(step);
  return (
    <div>
      <Stepper
        steps={steps}
        current={current}
        label={t("steps")}
        progressText={t("progress", {
          current: current + 1,
          total: STEPS.length,
          name: t(`step.${step}`),
        })}
        doneLabel={t("done")}
        onStepPress={(index) => {
          const pressed = STEPS[index] ?? "telefon";
          // A code works once; its step leads back to the number it proved.
          goTo(pressed === "kod" ? "telefon" : pressed);
        }}
      />
      <StepHeading step={step} draft={draft} />
      <WizardStep
        step={step}
        draft={draft}
        notice={notice}
        password={password}
        onPassword={setPassword}
        goTo={goTo}
      />
      {mailbox !== null && (step === "telefon" || step === "kod") ? (
        <DevMailboxHint href={mailbox} />
      ) : null}
    </div>
  );
}

const HEADING = {
  telefon: "phone",
  kod: "code",
  yetkili: "ownerTitle",
  isletme: "businessTitle",
  onay: "consentsTitle",
} as const satisfies Record<Step, string>;

/** Names the step, and takes the focus when it changes, so that readers hear where they are. */
function StepHeading({ step, draft }: { step: Step; draft: RegistrationDraft }) {
  const t = useTranslations("register");
  const ref = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    // The code has one field, which takes the focus itself.
    if (step !== "kod") ref.current?.focus();
  }, [step]);
  const verified = draft.token !== null && step === "yetkili";
  return (
    <div className="mt-8 mb-5 flex flex-wrap items-center justify-between gap-3">
      <h2 ref={ref} tabIndex={-1} className="text-title outline-none">
        {t(HEADING[step])}
      </h2>
      {verified ? (
        <Badge tone="success" icon={<ShieldCheck aria-hidden="true" />}>
          {t("verified", { phone: formatPhone(draft.sent?.phone ?? draft.phone) })}
        </Badge>
      ) : null}
    </div>
  );
}

function WizardSkeleton() {
  return (
    <div aria-hidden="true" className="flex flex-col gap-5">
      <Skeleton className="h-9 w-full" />
      <Skeleton className="mt-4 h-7 w-44" />
      <Skeleton className="h-12 w-full" />
      <Skeleton className="h-13 w-full" />
    </div>
  );
}
