"use client";

import type { OtpPurpose } from "@oto/domain";
import { formatPhone } from "@oto/domain";
import { Button } from "@oto/ui/button";
import { Callout } from "@oto/ui/feedback";
import { Field, OtpInput } from "@oto/ui/form";
import { timeLeft, useNow } from "@oto/ui/foundation";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../../trpc";
import type { SentCode } from "./code-request";
import { useCodeRequest } from "./code-request";
import { requestProblem } from "./request-problem";

const DIGITS = 6;

interface CodeStepProps {
  purpose: OtpPurpose;
  sent: SentCode;
  onSent: (sent: SentCode) => void;
  onVerified: (token: string) => void;
  onChangePhone: () => void;
}

const clock = (until: string, now: number) => {
  const left = timeLeft(Date.parse(until), now);
  return { over: left.over, text: `${left.minutes}:${String(left.seconds).padStart(2, "0")}` };
};

/** The six digits that were sent, their clock, and the way to new ones. */
export function CodeStep({ purpose, sent, onSent, onVerified, onChangePhone }: CodeStepProps) {
  const t = useTranslations("register");
  const common = useTranslations("common");
  const trpc = useTRPC();
  const now = useNow();
  const [code, setCode] = useState("");
  const verify = useMutation(
    trpc.auth.verifyOtp.mutationOptions({
      onSuccess: ({ token }) => onVerified(token),
      onError: () => setCode(""),
    }),
  );
  const resend = useCodeRequest(purpose, (again) => {
    setCode("");
    verify.reset();
    onSent(again);
  });
  const check = (typed: string) => {
    if (!verify.isPending) verify.mutate({ phone: sent.phone, purpose, code: typed });
  };
  const validity = now === null ? null : clock(sent.expiresAt, now);
  const failure = verify.error ?? resend.error;
  const refusal = failure ? requestProblem(failure, common("offline")).message : undefined;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        check(code);
      }}
      className="flex flex-col gap-5"
    >
      <p className="text-ink-muted">{t("codeSent", { phone: formatPhone(sent.phone) })}</p>
      {resend.isSuccess && code === "" && !refusal ? (
        <Callout tone="success" role="status">
          {t("resent")}
        </Callout>
      ) : null}
      <Field
        label={t("code")}
        error={refusal}
        hint={validity && (validity.over ? t("codeOver") : t("codeValid", { time: validity.text }))}
        required
      >
        <OtpInput
          value={code}
          onValueChange={setCode}
          onComplete={check}
          label={t("code")}
          autoFocus
        />
      </Field>
      <Button
        type="submit"
        size="lg"
        block
        loading={verify.isPending}
        disabled={code.length < DIGITS}
      >
        {t("verify")}
      </Button>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <ResendButton
          resendAt={sent.resendAt}
          loading={resend.isPending}
          onPress={() => resend.send(sent.phone)}
        />
        <Button variant="ghost" size="sm" onClick={onChangePhone}>
          {t("changePhone")}
        </Button>
      </div>
    </form>
  );
}

interface ResendButtonProps {
  resendAt: string;
  loading: boolean;
  onPress: () => void;
}

function ResendButton({ resendAt, loading, onPress }: ResendButtonProps) {
  const t = useTranslations("register");
  const now = useNow();
  const wait = now === null ? null : clock(resendAt, now);
  if (wait !== null && !wait.over) {
    return <p className="text-ink-subtle text-sm">{t("resendIn", { time: wait.text })}</p>;
  }
  return (
    <Button variant="ghost" size="sm" loading={loading} disabled={wait === null} onClick={onPress}>
      {t("resend")}
    </Button>
  );
}
