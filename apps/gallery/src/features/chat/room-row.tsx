"use client";

import { Avatar, cn, UiLink } from "@oto/ui";
import { BellOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMe } from "../session/session-provider";
import type { RoomView } from "./chat-views";
import { useChatTimes } from "./use-chat-times";
import { useOnline } from "./use-ephemera";
import { usePreviewText } from "./use-message-text";

/** From here on the API only says "more". */
const MANY = 99;

interface RoomRowProps {
  room: RoomView;
  /** The one on the screen. */
  current: boolean;
}

/** One conversation: with whom, about what, the latest word, what is unread. */
export function RoomRow({ room, current }: RoomRowProps) {
  const t = useTranslations("chat");
  const times = useChatTimes();
  const previewText = usePreviewText();
  const { user } = useMe();
  const { counterpart, lastMessage, mutedUntil, roomId, title, unread } = room;
  const online = useOnline(counterpart);
  const text = lastMessage === null ? t("nobodyYet") : previewText(lastMessage, room.side);
  const mine = lastMessage?.senderId === user.id;
  return (
    <UiLink
      href={`/mesajlar/${roomId}`}
      {...(current ? { "aria-current": "page" as const } : {})}
      className={cn(
        "flex min-h-18 items-center gap-3 rounded-control px-3 py-2.5 transition-colors hover:bg-sunken",
        current && "bg-brand-soft hover:bg-brand-soft",
      )}
    >
      <span className="relative">
        <Avatar name={counterpart.name} shape="square" />
        {online ? (
          <span className="absolute -right-0.5 -bottom-0.5 size-3 rounded-full border-2 border-surface bg-success">
            <span className="sr-only">{t("online")}</span>
          </span>
        ) : null}
      </span>
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2">
          <span className={cn("flex-1 truncate", unread > 0 ? "font-semibold" : "font-medium")}>
            {counterpart.name}
          </span>
          <span className="shrink-0 text-ink-muted text-xs">{times.brief(room.lastMessageAt)}</span>
        </span>
        {title === null ? null : (
          <span className="block truncate text-ink-muted text-xs">{title}</span>
        )}
        <span className="flex items-center gap-2">
          <span
            className={cn(
              "flex-1 truncate text-sm",
              unread > 0 ? "font-medium text-ink" : "text-ink-muted",
            )}
          >
            {mine ? t("preview.you", { text }) : text}
          </span>
          {mutedUntil === null ? null : (
            <span className="text-ink-subtle">
              <BellOff aria-hidden="true" className="size-3.5" />
              <span className="sr-only">{t("muted")}</span>
            </span>
          )}
          {unread > 0 ? (
            <span className="grid h-5 min-w-5 place-items-center rounded-full bg-accent px-1.5 font-semibold text-[0.6875rem] text-on-accent">
              <span aria-hidden="true">{unread > MANY ? `${MANY}+` : unread}</span>
              <span className="sr-only">{t("unread", { count: unread })}</span>
            </span>
          ) : null}
        </span>
      </span>
    </UiLink>
  );
}
