"use client";

import { Button, Card } from "@oto/ui";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";
import { useErrorToast } from "../form/use-error-text";
import { signOutNow } from "../session/leave";

/** Ends every session of the person, this one too. */
export function SignOutEverywhere() {
  const t = useTranslations("security");
  const { auth } = useTRPC();
  const end = useMutation(
    auth.logout.mutationOptions({ onSuccess: () => void signOutNow(), onError: useErrorToast() }),
  );
  return (
    <Card title={t("everywhereTitle")} description={t("everywhereText")}>
      <Button
        variant="dangerSoft"
        loading={end.isPending}
        onClick={() => end.mutate({ everywhere: true })}
      >
        {t("everywhere")}
      </Button>
    </Card>
  );
}
