"use client";

import { Badge, Button, Card, toast } from "@oto/ui";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";
import { useErrorToast } from "../form/use-error-text";
import { useMe } from "../session/session-provider";

/** Whether the address is known to be the person's, and the link that proves it. */
export function EmailCard() {
  const t = useTranslations("security");
  const { auth } = useTRPC();
  const { user } = useMe();
  const onError = useErrorToast();
  const send = useMutation(
    auth.requestEmailVerification.mutationOptions({
      onSuccess: () => void toast.success(t("linkSent", { email: user.email })),
      onError,
    }),
  );
  return (
    <Card
      title={t("emailTitle")}
      description={user.email}
      actions={
        <Badge tone={user.emailVerified ? "success" : "warn"}>
          {t(user.emailVerified ? "verified" : "unverified")}
        </Badge>
      }
    >
      {user.emailVerified ? null : (
        <div className="flex flex-col items-start gap-3">
          <p className="text-ink-muted">{t("emailText")}</p>
          <Button variant="secondary" loading={send.isPending} onClick={() => send.mutate()}>
            {t("sendLink")}
          </Button>
        </div>
      )}
    </Card>
  );
}
