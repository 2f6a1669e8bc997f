"use client";

import { Card, Field, Select, Skeleton, Switch } from "@oto/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";
import { QueryError } from "../form/query-error";
import { useErrorToast } from "../form/use-error-text";
import type { SettingsView } from "./notification-views";

const NIGHT = { from: 22 * 60, until: 8 * 60 };
const HALF_HOURS = Array.from({ length: 48 }, (_, index) => index * 30);
const MODES = ["OFF", "HOURLY", "DAILY"] as const;

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

/** A choice of times; one that is off the half hour stays to be chosen. */
const times = (current: number, except: number) =>
  [...new Set([...HALF_HOURS, current])]
    .filter((minute) => minute !== except)
    .sort((a, b) => a - b)
    .map((minute) => ({ value: String(minute), label: clock(minute) }));

/** Quiet hours and the digest; every change takes effect at once. */
export function TimingCard() {
  const t = useTranslations("notifications");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const showError = useErrorToast();
  const options = trpc.notification.settings.queryOptions();
  const { data, error, isPending, refetch } = useQuery(options);
  const save = useMutation(
    trpc.notification.setSettings.mutationOptions({
      onMutate: (next) => {
        const before = queries.getQueryData(options.queryKey);
        queries.setQueryData(options.queryKey, next);
        return { before };
      },
      onError: (problem, _input, context) => {
        if (context?.before) queries.setQueryData(options.queryKey, context.before);
        showError(problem);
      },
      onSettled: () => void queries.invalidateQueries({ queryKey: options.queryKey }),
    }),
  );
  if (isPending) return <Skeleton className="h-56 w-full" />;
  if (data === undefined) return <QueryError error={error} onRetry={() => void refetch()} />;
  const change = (part: Partial<SettingsView>) => save.mutate({ ...data, ...part });
  const { digest, digestHour, quiet } = data;
  return (
    <Card title={t("timing.title")} description={t("timing.text")}>
      <div className="flex flex-col gap-5">
        <Switch
          label={t("timing.quiet")}
          description={t("timing.quietText")}
          checked={quiet !== null}
          onCheckedChange={(on) => change({ quiet: on ? NIGHT : null })}
        />
        {quiet === null ? null : (
          <div className="grid grid-cols-2 gap-3">
            <Field label={t("timing.from")}>
              <Select
                options={times(quiet.from, quiet.until)}
                value={String(quiet.from)}
                onValueChange={(from) => change({ quiet: { ...quiet, from: Number(from) } })}
              />
            </Field>
            <Field label={t("timing.until")}>
              <Select
                options={times(quiet.until, quiet.from)}
                value={String(quiet.until)}
                onValueChange={(until) => change({ quiet: { ...quiet, until: Number(until) } })}
              />
            </Field>
          </div>
        )}
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label={t("timing.digest")} hint={t("timing.digestText")}>
            <Select
              options={MODES.map((value) => ({ value, label: t(`timing.modes.${value}`) }))}
              value={digest}
              onValueChange={(mode) => change({ digest: mode })}
            />
          </Field>
          {digest === "DAILY" ? (
            <Field label={t("timing.hour")}>
              <Select
                options={Array.from({ length: 24 }, (_, hour) => ({
                  value: String(hour),
                  label: clock(hour * 60),
                }))}
                value={String(digestHour)}
                onValueChange={(hour) => change({ digestHour: Number(hour) })}
              />
            </Field>
          ) : null}
        </div>
      </div>
    </Card>
  );
}
