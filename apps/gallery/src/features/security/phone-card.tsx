"use client";

import { formatPhone } from "@oto/domain";
import { Button, Card, Field, Input, OtpInput, PasswordInput, toast } from "@oto/ui";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../../trpc";
import { useErrorToast } from "../form/use-error-text";
import { useMe } from "../session/session-provider";

type Step = { at: "rest" } | { at: "number" } | { at: "codes"; phone: string; both: boolean };

/** The phone of the account; a new one takes the codes of both. */
export function PhoneCard() {
  const t = useTranslations("security");
  const { user } = useMe();
  const router = useRouter();
  const [step, setStep] = useState<Step>({ at: "rest" });
  return (
    <Card
      title={t("phoneTitle")}
      description={user.phone === null ? t("noPhone") : formatPhone(user.phone)}
    >
      {step.at === "rest" ? (
        <Button variant="secondary" onClick={() => setStep({ at: "number" })}>
          {t(user.phone === null ? "addPhone" : "changePhone")}
        </Button>
      ) : null}
      {step.at === "number" ? (
        <NumberStep
          onAsked={(phone, both) => setStep({ at: "codes", phone, both })}
          onCancel={() => setStep({ at: "rest" })}
        />
      ) : null}
      {step.at === "codes" ? (
        <CodesStep
          phone={step.phone}
          both={step.both}
          onChanged={() => {
            toast.success(t("phoneChanged"));
            setStep({ at: "rest" });
            router.refresh();
          }}
          onCancel={() => setStep({ at: "rest" })}
        />
      ) : null}
    </Card>
  );
}

interface NumberStepProps {
  onAsked: (phone: string, both: boolean) => void;
  onCancel: () => void;
}

function NumberStep({ onAsked, onCancel }: NumberStepProps) {
  const t = useTranslations("security");
  const { auth } = useTRPC();
  const onError = useErrorToast();
  const [phone, setPhone] = useState("");
  const [password, setPassword] = useState("");
  const ask = useMutation(
    auth.requestPhoneChange.mutationOptions({
      onSuccess: ({ bothNumbers }) => onAsked(phone, bothNumbers),
      onError,
    }),
  );
  return (
    <form
      noValidate
      className="flex max-w-md flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        ask.mutate({ phone, password });
      }}
    >
      <Field label={t("newPhone")} required>
        <Input
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          placeholder="0532 123 45 67"
          value={phone}
          onChange={(event) => setPhone(event.target.value)}
        />
      </Field>
      <Field label={t("password")} required>
        <PasswordInput
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          showLabel={t("show")}
          hideLabel={t("hide")}
        />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button
          type="submit"
          loading={ask.isPending}
          disabled={phone.trim() === "" || password === ""}
        >
          {t("sendCodes")}
        </Button>
        <Button variant="ghost" onClick={onCancel}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}

interface CodesStepProps {
  phone: string;
  both: boolean;
  onChanged: () => void;
  onCancel: () => void;
}

function CodesStep({ phone, both, onChanged, onCancel }: CodesStepProps) {
  const t = useTranslations("security");
  const { auth } = useTRPC();
  const onError = useErrorToast();
  const [code, setCode] = useState("");
  const [presentCode, setPresentCode] = useState("");
  const change = useMutation(auth.changePhone.mutationOptions({ onSuccess: onChanged, onError }));
  const ready = code.length === 6 && (!both || presentCode.length === 6);
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) change.mutate({ phone, code, ...(both ? { presentCode } : {}) });
      }}
    >
      <p className="text-ink-muted">{t(both ? "bothCodes" : "oneCode")}</p>
      <Field label={t("codeOfNew", { phone: formatPhone(phone) })} group>
        <OtpInput value={code} onValueChange={setCode} />
      </Field>
      {both ? (
        <Field label={t("codeOfPresent")} group>
          <OtpInput value={presentCode} onValueChange={setPresentCode} />
        </Field>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" loading={change.isPending} disabled={!ready}>
          {t("changePhone")}
        </Button>
        <Button variant="ghost" onClick={onCancel}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}
