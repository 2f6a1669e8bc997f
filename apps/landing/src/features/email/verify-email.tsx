"use client";

import { Button } from "@oto/ui/button";
import { EmptyState, LoadingState } from "@oto/ui/feedback";
import { useMutation } from "@tanstack/react-query";
import { MailCheck, MailX } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useTRPC } from "../../trpc";
import { requestProblem } from "../verify/request-problem";
import { useLinkToken } from "../verify/use-link-token";

/** Uses the link that proves an address, and says how it went. */
export function VerifyEmail({ signInHref }: { signInHref: string }) {
  const t = useTranslations("reset.verifyEmail");
  const common = useTranslations("common");
  const trpc = useTRPC();
  const token = useLinkToken();
  const verify = useMutation(trpc.auth.verifyEmail.mutationOptions());
  const { mutate } = verify;
  useEffect(() => {
    if (token) mutate({ token });
  }, [token, mutate]);
  if (token !== null && !verify.isSuccess && !verify.isError) {
    return <LoadingState label={t("running")} />;
  }
  return (
    <EmptyState
      icon={verify.isSuccess ? <MailCheck aria-hidden="true" /> : <MailX aria-hidden="true" />}
      title={t(verify.isSuccess ? "done" : "failed")}
      description={
        verify.error === null
          ? t(verify.isSuccess ? "doneText" : "missing")
          : requestProblem(verify.error, common("offline")).message
      }
      actions={
        <Button asChild size="lg">
          <a href={signInHref}>{t("goOn")}</a>
        </Button>
      }
    />
  );
}
