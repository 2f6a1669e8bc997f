"use client";

import { Badge, Button, Card, ListRow, Skeleton, toast } from "@oto/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Monitor, Smartphone } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";
import { QueryError } from "../form/query-error";
import { useErrorToast } from "../form/use-error-text";
import { useFormats } from "../labels/use-formats";
import { deviceName, isPhone } from "./device-name";

/** Where the person is signed in; each but this one can be ended. */
export function SessionList() {
  const t = useTranslations("settings");
  const { auth } = useTRPC();
  const queries = useQueryClient();
  const showError = useErrorToast();
  const formats = useFormats();
  const query = useQuery(auth.sessions.queryOptions());
  const revoke = useMutation(
    auth.revokeSession.mutationOptions({
      onSuccess: () => void toast.success(t("revoked")),
      onError: showError,
      onSettled: () => queries.invalidateQueries(auth.sessions.queryFilter()),
    }),
  );
  const nameOf = (userAgent: string | null) => {
    const { browser, system } = deviceName(userAgent);
    if (browser === null || system === null) return browser ?? system ?? t("unknownDevice");
    return t("deviceOn", { browser, system });
  };
  return (
    <Card title={t("sessionsTitle")} description={t("sessionsText")} padding="flush">
      {query.isError ? (
        <QueryError error={query.error} onRetry={() => void query.refetch()} />
      ) : null}
      {query.isPending ? (
        <div className="flex flex-col gap-3 px-5 pb-5">
          <Skeleton className="h-14" />
          <Skeleton className="h-14" />
        </div>
      ) : null}
      <ul className="divide-y px-2 pb-2">
        {query.data?.items.map((session) => {
          const device = nameOf(session.userAgent);
          return (
            <li key={session.id}>
              <ListRow
                leading={
                  <span className="text-ink-muted [&_svg]:size-6">
                    {isPhone(session.userAgent) ? (
                      <Smartphone aria-hidden="true" />
                    ) : (
                      <Monitor aria-hidden="true" />
                    )}
                  </span>
                }
                title={device}
                description={[
                  session.country === null ? null : formats.country(session.country),
                  session.ip,
                  t("lastUsed", { date: formats.instant(session.lastUsedAt) }),
                ]
                  .filter(Boolean)
                  .join(" · ")}
                trailing={
                  session.current ? (
                    <Badge tone="success">{t("thisDevice")}</Badge>
                  ) : (
                    <Button
                      size="sm"
                      variant="dangerSoft"
                      aria-label={t("revokeOf", { device })}
                      loading={revoke.isPending && revoke.variables.sessionId === session.id}
                      onClick={() => revoke.mutate({ sessionId: session.id })}
                    >
                      {t("revoke")}
                    </Button>
                  )
                }
              />
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
