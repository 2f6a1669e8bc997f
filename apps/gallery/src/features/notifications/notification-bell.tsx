"use client";

import { UiLink } from "@oto/ui";
import { useQuery } from "@tanstack/react-query";
import { Bell } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";

/** The way to the notifications, with how many are new. */
export function NotificationBell() {
  const t = useTranslations("shell");
  const trpc = useTRPC();
  const unread = useQuery(trpc.notification.list.queryOptions({ limit: 1 })).data?.unread ?? 0;
  return (
    <UiLink
      href="/bildirimler"
      aria-label={unread > 0 ? `${t("notifications")}: ${unread}` : t("notifications")}
      className="relative grid size-11 place-items-center rounded-control text-ink-muted hover:bg-sunken hover:text-ink"
    >
      <Bell aria-hidden="true" className="size-5" />
      {unread > 0 ? (
        <span
          aria-hidden="true"
          className="absolute top-0.5 right-0.5 grid h-4.5 min-w-4.5 place-items-center rounded-full bg-accent px-1 font-semibold text-[0.6875rem] text-on-accent leading-none"
        >
          {unread > 99 ? "99+" : unread}
        </span>
      ) : null}
    </UiLink>
  );
}
