"use client";

import { Button, Callout, Card, Field, Input, toast } from "@oto/ui";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../../trpc";
import { useErrorText } from "../form/use-error-text";
import { useMe } from "../session/session-provider";

/** Codes for the day the phone is lost: how many are left, and ten new ones against a code. */
export function RecoveryCard() {
  const t = useTranslations("account");
  const { auth } = useTRPC();
  const { user } = useMe();
  const router = useRouter();
  const errorText = useErrorText();
  const [code, setCode] = useState("");
  const renew = useMutation(auth.renewRecoveryCodes.mutationOptions());
  const { data, error, isPending } = renew;
  if (!user.totpEnabled) return null;
  if (data) {
    const text = data.codes.join("\n");
    return (
      <Card title={t("recovery")}>
        <Callout tone="warn">{t("recoveryOnce")}</Callout>
        <ul
          aria-label={t("recovery")}
          className="my-4 grid grid-cols-1 gap-2 rounded-card bg-sunken p-4 font-mono min-[24rem]:grid-cols-2"
        >
          {data.codes.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
        <div className="flex flex-wrap gap-2">
          <Button
            variant="secondary"
            onClick={() =>
              void navigator.clipboard.writeText(text).then(() => toast.success(t("copied")))
            }
          >
            {t("copyCodes")}
          </Button>
          <Button
            onClick={() => {
              renew.reset();
              setCode("");
              router.refresh();
            }}
          >
            {t("kept")}
          </Button>
        </div>
      </Card>
    );
  }
  return (
    <Card title={t("recovery")} description={t("recoveryLeft", { count: user.recoveryCodesLeft })}>
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          renew.mutate({ code: code.trim() });
        }}
      >
        <Field label={t("anyCode")} error={error === null ? undefined : errorText(error)} required>
          <Input
            autoComplete="one-time-code"
            spellCheck={false}
            maxLength={20}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        </Field>
        <Button
          type="submit"
          variant="secondary"
          className="self-start"
          loading={isPending}
          disabled={code.trim().length < 6}
        >
          {t("renewCodes")}
        </Button>
      </form>
    </Card>
  );
}
