"use client";

import { Button, Callout, Checkbox, Field, Input, OtpInput } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";

const CODE_LENGTH = 6;
const RECOVERY_LENGTH = 10;

export interface SecondStep {
  totp: string;
  rememberDevice: boolean;
}

interface CodeStepProps {
  problem: string | null;
  entering: boolean;
  /** @returns whether the code was right */
  onSubmit: (step: SecondStep) => Promise<boolean>;
  onBack: () => void;
}

/** The second step: the code of the app, or a recovery code when the phone is out of reach. */
export function CodeStep({ problem, entering, onSubmit, onBack }: CodeStepProps) {
  const t = useTranslations("signIn");
  const [code, setCode] = useState("");
  const [recovery, setRecovery] = useState(false);
  const [rememberDevice, setRememberDevice] = useState(false);
  const [busy, setBusy] = useState(false);
  const least = recovery ? RECOVERY_LENGTH : CODE_LENGTH;
  const submit = async (totp: string) => {
    if (busy || totp.trim().length < least) return;
    setBusy(true);
    const accepted = await onSubmit({ totp: totp.trim(), rememberDevice });
    setBusy(false);
    if (!accepted) setCode("");
  };
  return (
    <form
      noValidate
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        void submit(code);
      }}
    >
      <div>
        <h2 className="text-heading">{t("codeTitle")}</h2>
        <p className="mt-1 text-ink-muted">{t(recovery ? "recoveryText" : "codeText")}</p>
      </div>
      {problem === null ? null : (
        <Callout tone="danger" role="alert" title={t("failed")}>
          {problem}
        </Callout>
      )}
      {recovery ? (
        <Field label={t("recoveryCode")} hint="XXXXX-XXXXX" required>
          <Input
            autoCapitalize="characters"
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
      <Checkbox
        label={t("rememberDevice")}
        description={t("rememberDeviceText")}
        checked={rememberDevice}
        onCheckedChange={setRememberDevice}
      />
      <Button
        type="submit"
        size="lg"
        block
        loading={busy || entering}
        disabled={code.trim().length < least}
      >
        {t("confirm")}
      </Button>
      <Button
        variant="ghost"
        onClick={() => {
          setCode("");
          setRecovery((known) => !known);
        }}
      >
        {t(recovery ? "useApp" : "useRecovery")}
      </Button>
      <Button variant="ghost" onClick={onBack}>
        {t("back")}
      </Button>
    </form>
  );
}
