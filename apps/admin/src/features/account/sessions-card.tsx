"use client";

import { Badge, Button, Card, Skeleton, toast } from "@oto/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { MonitorSmartphone } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";
import { QueryError } from "../form/query-error";
import { useErrorToast } from "../form/use-error-text";
import { useFormats } from "../labels/use-formats";
import { deviceOf } from "./device-of";

/** Where the account is signed in; any other session can be ended from here. */
export function SessionsCard() {
  const t = useTranslations("account");
  const trpc = useTRPC();
  const client = useQueryClient();
  const { country, instant } = useFormats();
  const showError = useErrorToast();
  const { data, error, refetch } = useQuery(trpc.auth.sessions.queryOptions());
  const end = useMutation(
    trpc.auth.revokeSession.mutationOptions({
      onSuccess: () => toast.success(t("ended")),
      onError: showError,
      onSettled: () => void client.invalidateQueries(trpc.auth.sessions.queryFilter()),
    }),
  );
  const nameOf = (userAgent: string | null) => {
    const device = deviceOf(userAgent);
    if (device === null) return t("unknownDevice");
    return "name" in device ? device.name : t("on", device);
  };
  return (
    <Card title={t("sessions")} description={t("sessionsText")}>
      {error !== null && data === undefined ? (
        <QueryError error={error} onRetry={() => void refetch()} />
      ) : null}
      {data === undefined && error === null ? <Skeleton className="h-40" /> : null}
      <ul className="flex flex-col">
        {data?.items.map((session) => (
          <li
            key={session.id}
            className="flex flex-wrap items-center gap-3 border-b py-3.5 first:pt-0 last:border-b-0 last:pb-0"
          >
            <span className="grid size-10 place-items-center rounded-control bg-sunken text-ink-muted">
              <MonitorSmartphone aria-hidden="true" className="size-5" />
            </span>
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-center gap-2 font-medium text-ink">
                {nameOf(session.userAgent)}
                {session.current ? <Badge tone="success">{t("thisSession")}</Badge> : null}
              </p>
              <p className="text-ink-muted text-sm">
                {session.country === null ? null : `${country(session.country)} · `}
                {session.ip === null ? null : `${session.ip} · `}
                {t("lastUsed", { date: instant(session.lastUsedAt) })} ·{" "}
                {t("openedAt", { date: instant(session.createdAt) })}
              </p>
            </div>
            {session.current ? null : (
              <Button
                variant="secondary"
                size="sm"
                loading={end.isPending && end.variables.sessionId === session.id}
                onClick={() => end.mutate({ sessionId: session.id })}
              >
                {t("end")}
                <span className="sr-only">
                  : {nameOf(session.userAgent)}, {instant(session.lastUsedAt)}
                </span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
