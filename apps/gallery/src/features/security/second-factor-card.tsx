"use client";

import { Badge, Button, Card, toast } from "@oto/ui";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../../trpc";
import { useErrorToast } from "../form/use-error-text";
import { useMe } from "../session/session-provider";
import { EnrolSecondFactor } from "./enrol-second-factor";
import { ProofForm } from "./proof-form";
import { RecoveryCodes } from "./recovery-codes";

type Step =
  | { at: "rest" }
  | { at: "enrol"; secret: string; otpauthUrl: string }
  | { at: "codes"; codes: string[] }
  | { at: "renew" }
  | { at: "off" };

/** The second factor: off, being set up, on, with recovery codes for the lost phone. */
export function SecondFactorCard() {
  const t = useTranslations("security");
  const { auth } = useTRPC();
  const { user } = useMe();
  const router = useRouter();
  const [step, setStep] = useState<Step>({ at: "rest" });
  const onError = useErrorToast();
  const showCodes = ({ codes }: { codes: string[] }) => setStep({ at: "codes", codes });
  const rest = () => {
    setStep({ at: "rest" });
    router.refresh();
  };
  const start = useMutation(
    auth.startTotp.mutationOptions({
      onSuccess: (enrolment) => setStep({ at: "enrol", ...enrolment }),
      onError,
    }),
  );
  const renew = useMutation(
    auth.renewRecoveryCodes.mutationOptions({ onSuccess: showCodes, onError }),
  );
  const off = useMutation(
    auth.disableTotp.mutationOptions({
      onSuccess: () => {
        toast.success(t("turnedOff"));
        rest();
      },
      onError,
    }),
  );
  const form = (kind: "renew" | "off") => (
    <ProofForm
      submitLabel={t(kind === "renew" ? "renewCodes" : "turnOff")}
      withPassword={kind === "off"}
      danger={kind === "off"}
      busy={renew.isPending || off.isPending}
      onSubmit={({ code, password }) =>
        kind === "renew" ? renew.mutate({ code }) : off.mutate({ code, password })
      }
      onCancel={() => setStep({ at: "rest" })}
    />
  );
  return (
    <Card
      title={t("factorTitle")}
      description={t("factorText")}
      actions={
        <Badge tone={user.totpEnabled ? "success" : "neutral"}>
          {t(user.totpEnabled ? "on" : "off")}
        </Badge>
      }
    >
      {step.at === "enrol" ? (
        <EnrolSecondFactor {...step} onEnrolled={(codes) => showCodes({ codes })} />
      ) : null}
      {step.at === "codes" ? <RecoveryCodes codes={step.codes} onDone={rest} /> : null}
      {step.at === "renew" || step.at === "off" ? form(step.at) : null}
      {step.at === "rest" && !user.totpEnabled ? (
        <Button loading={start.isPending} onClick={() => start.mutate()}>
          {t("setUp")}
        </Button>
      ) : null}
      {step.at === "rest" && user.totpEnabled ? (
        <div className="flex flex-col gap-3">
          <p className="text-ink-muted">{t("codesLeft", { count: user.recoveryCodesLeft })}</p>
          <div className="flex flex-wrap gap-2">
            <Button variant="secondary" onClick={() => setStep({ at: "renew" })}>
              {t("renewCodes")}
            </Button>
            <Button variant="dangerSoft" onClick={() => setStep({ at: "off" })}>
              {t("turnOff")}
            </Button>
          </div>
        </div>
      ) : null}
    </Card>
  );
}
