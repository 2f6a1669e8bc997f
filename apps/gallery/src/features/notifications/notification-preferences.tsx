"use client";

import { Badge, Card, Checkbox, Skeleton } from "@oto/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { useTRPC } from "../../trpc";
import { QueryError } from "../form/query-error";
import { useErrorToast } from "../form/use-error-text";
import type { PreferenceView } from "./notification-views";

/** Which news also comes by e-mail, SMS and push; every box takes effect at once. */
export function NotificationPreferences() {
  const t = useTranslations("notifications");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const showError = useErrorToast();
  const options = trpc.notification.preferences.queryOptions();
  const { data, error, isPending, refetch } = useQuery(options);
  const save = useMutation(
    trpc.notification.setPreferences.mutationOptions({
      onMutate: ({ items }) => {
        const before = queries.getQueryData(options.queryKey);
        queries.setQueryData(options.queryKey, (known) =>
          known === undefined
            ? known
            : { ...known, items: known.items.map((item) => changed(item, items)) },
        );
        return { before };
      },
      onError: (problem, _input, context) => {
        if (context?.before) queries.setQueryData(options.queryKey, context.before);
        showError(problem);
      },
      onSettled: () => void queries.invalidateQueries({ queryKey: options.queryKey }),
    }),
  );
  if (isPending) return <Skeleton className="h-96 w-full" />;
  if (data === undefined) return <QueryError error={error} onRetry={() => void refetch()} />;
  const channels = [...new Set(data.items.map(({ channel }) => channel))];
  const groups = [...new Set(data.topics.map(({ group }) => group))];
  return (
    <Card title={t("preferences")} description={t("preferencesText")} padding="flush">
      <table className="w-full table-fixed text-[0.9375rem]">
        <thead>
          <tr className="border-y bg-sunken text-ink-muted text-sm">
            <th scope="col" className="px-4 py-2.5 text-left font-medium sm:px-5">
              {t("topic")}
            </th>
            {channels.map((channel) => (
              <th
                key={channel}
                scope="col"
                className="w-15 px-1 py-2.5 text-center font-medium sm:w-24"
              >
                {t(`channel.${channel}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y">
          {groups.map((group) => (
            <Fragment key={group}>
              <tr>
                <th
                  scope="rowgroup"
                  colSpan={channels.length + 1}
                  className="px-4 pt-4 pb-1.5 text-left font-semibold text-sm sm:px-5"
                >
                  {t(`groups.${group}`)}
                </th>
              </tr>
              {data.topics
                .filter((topic) => topic.group === group)
                .map(({ commercial, title, type, urgent }) => (
                  <tr key={type}>
                    <th scope="row" className="px-4 py-1.5 text-left font-normal sm:px-5">
                      <span className="mr-2">{title}</span>
                      {urgent ? <Badge tone="accent">{t("urgent")}</Badge> : null}
                      {commercial ? <Badge tone="neutral">{t("commercial")}</Badge> : null}
                    </th>
                    {channels.map((channel) => (
                      <td key={channel} className="px-1 py-1.5">
                        <div className="flex justify-center">
                          <Checkbox
                            hideLabel
                            label={`${title}: ${t(`channel.${channel}`)}`}
                            checked={data.items.some(
                              (item) =>
                                item.type === type && item.channel === channel && item.enabled,
                            )}
                            onCheckedChange={(enabled) =>
                              save.mutate({ items: [{ type, channel, enabled }] })
                            }
                          />
                        </div>
                      </td>
                    ))}
                  </tr>
                ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

/** An entry as it will be once the changes are stored. */
function changed(item: PreferenceView, changes: readonly PreferenceView[]): PreferenceView {
  return (
    changes.find(({ type, channel }) => type === item.type && channel === item.channel) ?? item
  );
}
