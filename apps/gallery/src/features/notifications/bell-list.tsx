"use client";

import { Badge, Button, cn, EmptyState, Skeleton, TONE_SOFT, UiLink } from "@oto/ui";
import { useQuery } from "@tanstack/react-query";
import { BellOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";
import { useFormats } from "../labels/use-formats";
import { groupNotifications } from "./group-notifications";
import { notificationLook } from "./notification-look";
import { useMarkRead } from "./use-mark-read";

/** How many are looked at for the list under the bell. */
const LOOKED_AT = 30;
const SHOWN = 8;

/** What happened last, what belongs together as one line. */
export function BellList({ onFollow }: { onFollow: () => void }) {
  const t = useTranslations("notifications");
  const formats = useFormats();
  const trpc = useTRPC();
  const { data, isPending } = useQuery(trpc.notification.list.queryOptions({ limit: LOOKED_AT }));
  const markRead = useMarkRead();
  if (isPending) return <Skeleton className="h-64 w-full" />;
  const groups = groupNotifications(data?.items ?? []).slice(0, SHOWN);
  if (groups.length === 0) {
    return <EmptyState icon={<BellOff aria-hidden="true" />} title={t("empty")} />;
  }
  return (
    <>
      <div className="flex items-center justify-between gap-3 pb-2">
        <p className="font-semibold">{t("title")}</p>
        <Button
          variant="ghost"
          size="sm"
          disabled={(data?.unread ?? 0) === 0}
          onClick={() => markRead.mutate({})}
        >
          {t("markAll")}
        </Button>
      </div>
      <ul className="-mx-2 max-h-[60dvh] overflow-y-auto">
        {groups.map(({ count, newest, unreadIds }) => {
          const { icon, tone } = notificationLook(newest.type);
          const unread = unreadIds.length > 0;
          return (
            <li key={newest.id}>
              <UiLink
                href={newest.href ?? "/bildirimler"}
                onClick={() => {
                  if (unread) markRead.mutate({ ids: unreadIds.slice(0, 100) });
                  onFollow();
                }}
                className={cn(
                  "flex min-h-11 items-start gap-3 rounded-control px-2 py-2.5 hover:bg-sunken",
                  unread && "bg-brand-soft/50",
                )}
              >
                <span
                  className={cn(
                    "grid size-9 shrink-0 place-items-center rounded-full [&_svg]:size-4.5",
                    TONE_SOFT[tone],
                  )}
                >
                  {icon}
                </span>
                <span className="min-w-0 flex-1">
                  <span
                    className={cn("line-clamp-3 text-sm leading-snug", unread && "font-medium")}
                  >
                    {unread ? <span className="sr-only">{t("unread")}: </span> : null}
                    {newest.text ?? t("other")}
                  </span>
                  <span className="mt-0.5 block text-ink-muted text-xs">
                    {formats.instant(newest.createdAt)}
                  </span>
                </span>
                {count > 1 ? <Badge tone="neutral">{t("times", { count })}</Badge> : null}
              </UiLink>
            </li>
          );
        })}
      </ul>
      <div className="border-t pt-2">
        <UiLink
          href="/bildirimler"
          onClick={onFollow}
          className="flex min-h-11 items-center justify-center rounded-control font-medium text-brand-strong hover:bg-sunken"
        >
          {t("showAll")}
        </UiLink>
      </div>
    </>
  );
}
