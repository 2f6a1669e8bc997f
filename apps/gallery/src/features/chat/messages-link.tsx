"use client";

import { UiLink } from "@oto/ui";
import { MessagesSquare } from "lucide-react";
import { useTranslations } from "next-intl";
import { usePermission } from "../session/session-provider";
import { useUnreadMessages } from "./use-unread-messages";

/** The way to the conversations, with how many messages are new. */
export function MessagesLink() {
  const t = useTranslations("shell");
  const mayRead = usePermission("chat:read");
  const unread = useUnreadMessages();
  if (!mayRead) return null;
  return (
    <UiLink
      href="/mesajlar"
      aria-label={
        unread > 0 ? `${t("messages")}: ${t("messagesUnread", { count: unread })}` : t("messages")
      }
      className="relative grid size-11 place-items-center rounded-control text-ink-muted hover:bg-sunken hover:text-ink"
    >
      <MessagesSquare aria-hidden="true" className="size-5" />
      {unread > 0 ? (
        // Drawn, not written: the name says the whole number.
        <span
          aria-hidden="true"
          data-count={unread > 99 ? "99+" : unread}
          className="before:content-[attr(data-count)] absolute top-0.5 right-0.5 grid h-4.5 min-w-4.5 place-items-center rounded-full bg-accent px-1 font-semibold text-[0.6875rem] text-on-accent leading-none"
        />
      ) : null}
    </UiLink>
  );
}
