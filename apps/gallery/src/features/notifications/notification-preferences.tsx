"use client";

import { Card, Checkbox, Skeleton } from "@oto/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";
import { QueryError } from "../form/query-error";
import { useErrorToast } from "../form/use-error-text";
import type { PreferenceView } from "./notification-views";

/** Which news also comes by e-mail and SMS; every switch takes effect at once. */
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
  return (
    <Card title={t("preferences")} description={t("preferencesText")} padding="flush">
      <div className="overflow-x-auto">
        <table className="w-full text-[0.9375rem]">
          <thead>
            <tr className="border-y bg-sunken text-ink-muted text-sm">
              <th scope="col" className="px-5 py-2.5 text-left font-medium">
                {t("topic")}
              </th>
              {channels.map((channel) => (
                <th key={channel} scope="col" className="w-24 px-3 py-2.5 text-center font-medium">
                  {t(`channel.${channel}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y">
            {data.topics.map(({ title, type }) => (
              <tr key={type}>
                <th scope="row" className="px-5 py-1.5 text-left font-normal">
                  {title}
                </th>
                {channels.map((channel) => (
                  <td key={channel} className="px-3 py-1.5">
                    <div className="flex justify-center">
                      <Checkbox
                        hideLabel
                        label={`${title}: ${t(`channel.${channel}`)}`}
                        checked={data.items.some(
                          (item) => item.type === type && item.channel === channel && item.enabled,
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
          </tbody>
        </table>
      </div>
    </Card>
  );
}

/** An entry as it will be once the changes are stored. */
function changed(item: PreferenceView, changes: readonly PreferenceView[]): PreferenceView {
  return (
    changes.find(({ type, channel }) => type === item.type && channel === item.channel) ?? item
  );
}
