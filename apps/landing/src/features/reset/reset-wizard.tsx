"use client";

import { Button } from "@oto/ui/button";
import { EmptyState } from "@oto/ui/feedback";
import { CircleCheck, MailCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { SentCode } from "../verify/code-request";
import { CodeStep } from "../verify/code-step";
import { DevMailboxHint } from "../verify/dev-mailbox-hint";
import { PhoneStep } from "../verify/phone-step";
import { useLinkToken } from "../verify/use-link-token";
import { EmailStep } from "./email-step";
import { NewPasswordStep } from "./new-password-step";

type ResetState =
  | { at: "phone"; phone: string; problem?: string }
  | { at: "email" }
  | { at: "mailed"; email: string }
  | { at: "code"; sent: SentCode }
  | { at: "password"; token: string; phone: string }
  | { at: "done" };

interface ResetWizardProps {
  signInHref: string;
  mailbox: string | null;
}

/** A new password for whoever has the phone, or the mailbox. */
export function ResetWizard({ signInHref, mailbox }: ResetWizardProps) {
  const t = useTranslations("reset");
  const [chosen, setState] = useState<ResetState>({ at: "phone", phone: "" });
  const [linkUsed, setLinkUsed] = useState(false);
  const token = useLinkToken();
  const byLink = token && !linkUsed && chosen.at === "phone";
  const state: ResetState = byLink ? { at: "password", token, phone: "" } : chosen;
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
          <Button variant="ghost" block onClick={() => setState({ at: "email" })}>
            {t("byEmail")}
          </Button>
          {hint}
        </>
      );
    case "email":
      return (
        <>
          <EmailStep
            onSent={(email) => setState({ at: "mailed", email })}
            onBack={() => setState({ at: "phone", phone: "" })}
          />
          {hint}
        </>
      );
    case "mailed":
      return (
        <>
          <EmptyState
            icon={<MailCheck aria-hidden="true" />}
            title={t("mailedTitle")}
            description={t("mailedText", { email: state.email })}
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
          onSpent={(problem) => {
            setLinkUsed(true);
            setState({ at: "phone", phone: state.phone, problem });
          }}
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
