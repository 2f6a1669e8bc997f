"use client";

import type { AppRouter } from "@oto/api";
import { formatPhone } from "@oto/domain";
import { Button, Callout, EmptyState, LoadingState } from "@oto/ui";
import { useMutation } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { MailX } from "lucide-react";
import { signIn } from "next-auth/react";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useTRPC } from "../../trpc";
import { useErrorText } from "../form/use-error-text";
import { useLinkToken } from "../form/use-link-token";
import { JoinAsNew } from "./join-as-new";
import { JoinWithAccount } from "./join-with-account";

export type Offer = inferRouterOutputs<AppRouter>["staff"]["invitation"];

/** What an invitation offers, and the way in: with the account that is there, or with a new one. */
export function JoinTeam({ landing }: { landing: string }) {
  const t = useTranslations("join");
  const domain = useTranslations("domain");
  const { staff } = useTRPC();
  const locale = useLocale();
  const errorText = useErrorText();
  const token = useLinkToken();
  const [entering, setEntering] = useState(false);
  const read = useMutation(staff.invitation.mutationOptions());
  const { mutate } = read;
  useEffect(() => {
    if (token) mutate({ token });
  }, [token, mutate]);
  /** Straight in, with what was just typed. */
  const enter = async (identifier: string, password: string) => {
    setEntering(true);
    const result = await signIn("credentials", { redirect: false, identifier, password, locale });
    window.location.assign(result?.ok && !result.error ? "/" : "/giris");
  };
  if (token === null || read.isError) {
    return (
      <EmptyState
        icon={<MailX aria-hidden="true" />}
        title={t("invalidTitle")}
        description={read.isError ? errorText(read.error) : t("invalidText")}
        actions={
          <Button asChild variant="secondary">
            <a href="/giris">{t("signIn")}</a>
          </Button>
        }
      />
    );
  }
  if (!token || !read.data) return <LoadingState label={t("loading")} />;
  const offer = read.data;
  const to = offer.phone === null ? (offer.email ?? "") : formatPhone(offer.phone);
  const props = { token, offer, entering, landing, onJoined: enter };
  return (
    <div className="flex flex-col gap-5">
      <Callout tone="info" title={offer.galleryName}>
        {t("offer", { role: domain(`galleryRole.${offer.role}`), to })}
      </Callout>
      {offer.hasAccount ? <JoinWithAccount {...props} /> : <JoinAsNew {...props} />}
    </div>
  );
}
