"use client";

import { Popover, useDesk } from "@oto/ui";
import { useQuery } from "@tanstack/react-query";
import { Bell } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../../trpc";
import { BellList } from "./bell-list";
import { BellSheet } from "./bell-sheet";

/** What happened last, with how much of it is new: a panel on a desk, a sheet under the thumb. */
export function NotificationBell() {
  const t = useTranslations("shell");
  const trpc = useTRPC();
  const desk = useDesk();
  const [open, setOpen] = useState(false);
  const unread = useQuery(trpc.notification.list.queryOptions({ limit: 1 })).data?.unread ?? 0;
  const button = (
    <button
      type="button"
      aria-label={unread > 0 ? `${t("notifications")}: ${unread}` : t("notifications")}
      aria-haspopup="dialog"
      className="relative grid size-11 place-items-center rounded-control text-ink-muted hover:bg-sunken hover:text-ink"
    >
      <Bell aria-hidden="true" className="size-5" />
      {unread > 0 ? (
        // Drawn, not written: the name says the whole number.
        <span
          aria-hidden="true"
          data-count={unread > 99 ? "99+" : unread}
          className="before:content-[attr(data-count)] absolute top-0.5 right-0.5 grid h-4.5 min-w-4.5 place-items-center rounded-full bg-accent px-1 font-semibold text-[0.6875rem] text-on-accent leading-none"
        />
      ) : null}
    </button>
  );
  const list = <BellList onFollow={() => setOpen(false)} />;
  return desk ? (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger={button}
      label={t("notifications")}
      align="end"
      className="w-96"
    >
      {list}
    </Popover>
  ) : (
    <BellSheet open={open} onOpenChange={setOpen} trigger={button}>
      {list}
    </BellSheet>
  );
}
