"use client";

import { Button, Callout, Card, Skeleton } from "@oto/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { BellOff, BellRing } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";
import { useErrorToast } from "../form/use-error-text";
import { currentSubscription, pushAbility, subscribeBrowser } from "./push-browser";

const ABILITY = ["push-ability"] as const;

/** Pushes to this very browser: asked for when the person asks, never before. */
export function PushCard() {
  const t = useTranslations("notifications");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const showError = useErrorToast();
  const state = useQuery(trpc.notification.push.queryOptions());
  const ability = useQuery({ queryKey: ABILITY, queryFn: pushAbility });
  const settle = () => {
    void queries.invalidateQueries({ queryKey: ABILITY });
    void queries.invalidateQueries({ queryKey: trpc.notification.push.queryKey() });
  };
  const register = useMutation(trpc.notification.subscribePush.mutationOptions());
  const forget = useMutation(trpc.notification.unsubscribePush.mutationOptions());
  const turnOn = useMutation({
    mutationFn: async (publicKey: string) => {
      const subscription = await subscribeBrowser(publicKey);
      if (subscription) await register.mutateAsync(subscription);
    },
    onError: showError,
    onSettled: settle,
  });
  const turnOff = useMutation({
    mutationFn: async () => {
      const subscription = await currentSubscription();
      if (!subscription) return;
      await forget.mutateAsync({ endpoint: subscription.endpoint });
      await subscription.unsubscribe();
    },
    onError: showError,
    onSettled: settle,
  });
  const how = ability.data;
  const publicKey = state.data?.publicKey;
  return (
    <Card title={t("push.title")} description={t("push.text")}>
      {how === undefined ? <Skeleton className="h-11 w-56" /> : null}
      {how === "unsupported" ? <Callout tone="info">{t("push.unsupported")}</Callout> : null}
      {how === "denied" ? <Callout tone="warn">{t("push.denied")}</Callout> : null}
      {how === "off" ? (
        <Button
          icon={<BellRing aria-hidden="true" />}
          disabled={publicKey === undefined}
          loading={turnOn.isPending}
          onClick={() => publicKey && turnOn.mutate(publicKey)}
        >
          {t("push.turnOn")}
        </Button>
      ) : null}
      {how === "on" ? (
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p role="status" className="text-success-strong">
            {t("push.on", { count: state.data?.browsers ?? 1 })}
          </p>
          <Button
            variant="secondary"
            icon={<BellOff aria-hidden="true" />}
            loading={turnOff.isPending}
            onClick={() => turnOff.mutate()}
          >
            {t("push.turnOff")}
          </Button>
        </div>
      ) : null}
    </Card>
  );
}
