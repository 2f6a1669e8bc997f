"use client";

import { Button, Callout, Field, Input, OtpInput } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Enrolment } from "./enrolment";
import type { SignInRefusal } from "./sign-in-problem";

const CODE_LENGTH = 6;
const RECOVERY_LENGTH = 10;

interface CodeFormProps {
  identifier: string;
  enrol: SignInRefusal["enrol"];
  problem: string | null;
  entering: boolean;
  /** @returns whether the code was right */
  onSubmit: (code: string) => Promise<boolean>;
  onBack: () => void;
}

/** The second step: the code of an authenticator app, or a recovery code without the phone. */
export function CodeForm({
  identifier,
  enrol,
  problem,
  entering,
  onSubmit,
  onBack,
}: CodeFormProps) {
  const t = useTranslations("signIn");
  const [code, setCode] = useState("");
  const [recovery, setRecovery] = useState(false);
  const [busy, setBusy] = useState(false);
  const least = recovery ? RECOVERY_LENGTH : CODE_LENGTH;
  const submit = async (digits: string) => {
    if (busy || digits.trim().length < least) return;
    setBusy(true);
    const accepted = await onSubmit(digits.trim());
    setBusy(false);
    if (!accepted) setCode("");
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit(code);
      }}
      noValidate
      className="flex flex-col gap-5"
    >
      {enrol === undefined ? (
        <div>
          <h2 className="text-heading">{t("codeTitle")}</h2>
          <p className="mt-1 text-ink-muted">{t("codeText", { identifier })}</p>
        </div>
      ) : (
        <Enrolment secret={enrol.secret} otpauthUrl={enrol.otpauthUrl} />
      )}
      {problem === null ? null : (
        <Callout tone="danger" role="alert" title={t("failed")}>
          {problem}
        </Callout>
      )}
      {recovery ? (
        <Field label={t("recoveryCode")} hint="XXXXX-XXXXX" required>
          <Input
            autoComplete="off"
            spellCheck={false}
            maxLength={20}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        </Field>
      ) : (
        <Field label={t("code")} hint={t("codeHint")} group>
          <OtpInput
            value={code}
            onValueChange={setCode}
            onComplete={(digits) => void submit(digits)}
            disabled={entering}
            autoFocus
          />
        </Field>
      )}
      <Button
        type="submit"
        size="lg"
        block
        loading={busy || entering}
        disabled={code.trim().length < least}
      >
        {t("confirm")}
      </Button>
      {enrol === undefined ? (
        <Button
          variant="ghost"
          onClick={() => {
            setCode("");
            setRecovery((known) => !known);
          }}
        >
          {t(recovery ? "useApp" : "useRecovery")}
        </Button>
      ) : null}
      <Button variant="ghost" onClick={onBack}>
        {t("back")}
      </Button>
    </form>
  );
}
