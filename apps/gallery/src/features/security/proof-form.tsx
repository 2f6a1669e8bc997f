"use client";

import { Button, Field, Input, PasswordInput } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";

interface Proof {
  code: string;
  password: string;
}

interface ProofFormProps {
  submitLabel: string;
  withPassword: boolean;
  busy: boolean;
  danger?: boolean;
  onSubmit: (proof: Proof) => void;
  onCancel: () => void;
}

/** Asks for the code of the app (or a recovery code), and for the password where it matters. */
export function ProofForm(props: ProofFormProps) {
  const { submitLabel, withPassword, busy, danger = false, onSubmit, onCancel } = props;
  const t = useTranslations("security");
  const [code, setCode] = useState("");
  const [password, setPassword] = useState("");
  const ready = code.trim().length >= 6 && (!withPassword || password !== "");
  return (
    <form
      noValidate
      className="flex max-w-md flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onSubmit({ code: code.trim(), password });
      }}
    >
      {withPassword ? (
        <Field label={t("password")} required>
          <PasswordInput
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            showLabel={t("show")}
            hideLabel={t("hide")}
          />
        </Field>
      ) : null}
      <Field label={t("anyCode")} hint={t("anyCodeHint")} required>
        <Input
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={20}
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button
          type="submit"
          variant={danger ? "danger" : "primary"}
          loading={busy}
          disabled={!ready}
        >
          {submitLabel}
        </Button>
        <Button variant="ghost" onClick={onCancel}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}
