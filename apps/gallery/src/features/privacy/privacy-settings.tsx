"use client";

import { Badge, Card, Skeleton, Switch, toast } from "@oto/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";
import { QueryError } from "../form/query-error";
import { useErrorToast } from "../form/use-error-text";
import { useFormats } from "../labels/use-formats";
import { DataRequests } from "./data-requests";
import { ErasureCard } from "./erasure-card";

/** The person's rights over their data. */
export function PrivacySettings({ landing }: { landing: string }) {
  const t = useTranslations("privacy");
  return (
    <div className="flex flex-col gap-5">
      <p className="text-ink-muted">
        {t("intro")}{" "}
        <a
          href={`${landing}/kvkk`}
          className="text-brand-strong underline"
          target="_blank"
          rel="noopener"
        >
          {t("notice")}
        </a>
      </p>
      <Consents />
      <DataRequests />
      <ErasureCard />
    </div>
  );
}

function Consents() {
  const t = useTranslations("privacy");
  const { kvkk } = useTRPC();
  const queries = useQueryClient();
  const formats = useFormats();
  const query = useQuery(kvkk.consents.queryOptions());
  const set = useMutation(
    kvkk.setConsent.mutationOptions({
      onSuccess: () => void toast.success(t("consentSaved")),
      onError: useErrorToast(),
      onSettled: () => queries.invalidateQueries(kvkk.consents.queryFilter()),
    }),
  );
  if (query.data === undefined) {
    return query.isError ? (
      <QueryError error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <Skeleton className="h-56 rounded-card" />
    );
  }
  return (
    <Card title={t("consents")} description={t("consentsText")}>
      <ul className="flex flex-col gap-4">
        {query.data.items.map(({ kind, granted, withdrawable, history }) => {
          const [latest] = history;
          const when = latest
            ? t("decided", { version: latest.version, date: formats.instant(latest.at) })
            : t("undecided");
          return (
            <li key={kind} className="border-b pb-4 last:border-b-0 last:pb-0">
              {withdrawable ? (
                <Switch
                  label={t(`kind.${kind}`)}
                  description={when}
                  checked={granted}
                  disabled={set.isPending}
                  onCheckedChange={(wanted) => set.mutate({ kind, granted: wanted })}
                />
              ) : (
                <div className="flex items-start justify-between gap-3">
                  <div>
                    <p className="font-medium">{t(`kind.${kind}`)}</p>
                    <p className="text-ink-muted text-sm">{when}</p>
                  </div>
                  <Badge tone={granted ? "success" : "neutral"}>
                    {t(granted ? "given" : "notGiven")}
                  </Badge>
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
