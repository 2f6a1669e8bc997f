"use client";

import { Button, Field, OtpInput } from "@oto/ui";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../../trpc";
import { useErrorToast } from "../form/use-error-text";
import { QrCode } from "./qr-code";

const CODE_LENGTH = 6;

interface EnrolSecondFactorProps {
  secret: string;
  otpauthUrl: string;
  onEnrolled: (codes: string[]) => void;
}

/** Scan, then prove with a first code. */
export function EnrolSecondFactor({ secret, otpauthUrl, onEnrolled }: EnrolSecondFactorProps) {
  const t = useTranslations("security");
  const { auth } = useTRPC();
  const [code, setCode] = useState("");
  const showError = useErrorToast();
  const confirm = useMutation(
    auth.confirmTotp.mutationOptions({
      onSuccess: ({ codes }) => onEnrolled(codes),
      onError: (error) => {
        setCode("");
        showError(error);
      },
    }),
  );
  const submit = (digits: string) => {
    if (!confirm.isPending && digits.length === CODE_LENGTH) confirm.mutate({ code: digits });
  };
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit(code);
      }}
    >
      <p className="text-ink-muted">{t("scan")}</p>
      <div className="flex flex-wrap items-center gap-5">
        <QrCode text={otpauthUrl} label={t("qr")} />
        <div className="min-w-0">
          <p className="text-ink-muted text-sm">{t("secret")}</p>
          <code data-testid="totp-secret" className="break-words text-sm">
            {secret.match(/.{1,4}/g)?.join(" ")}
          </code>
        </div>
      </div>
      <Field label={t("code")} hint={t("codeHint")} group>
        <OtpInput value={code} onValueChange={setCode} onComplete={submit} />
      </Field>
      <Button
        type="submit"
        className="self-start"
        loading={confirm.isPending}
        disabled={code.length !== CODE_LENGTH}
      >
        {t("turnOn")}
      </Button>
    </form>
  );
}
