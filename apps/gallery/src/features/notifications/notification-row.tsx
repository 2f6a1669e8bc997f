"use client";

import { Button, cn, TONE_SOFT, UiLink } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useFormats } from "../labels/use-formats";
import { notificationLook } from "./notification-look";
import type { NotificationView } from "./notification-views";

interface NotificationRowProps {
  notification: NotificationView;
  onRead: (id: string) => void;
}

/** One thing that happened; following it marks it as read. */
export function NotificationRow({ notification, onRead }: NotificationRowProps) {
  const t = useTranslations("notifications");
  const formats = useFormats();
  const { createdAt, href, id, params, readAt, type } = notification;
  const { icon, tone } = notificationLook(type);
  const unread = readAt === null;
  const name = typeof params.galleryName === "string" ? params.galleryName : "";
  const text =
    notification.text ?? (t.has(`type.${type}`) ? t(`type.${type}`, { name }) : t("other"));
  return (
    <article
      className={cn(
        "relative flex items-start gap-3.5 px-4 py-3.5 transition-colors hover:bg-sunken",
        unread && "bg-brand-soft/50",
      )}
    >
      <span
        className={cn(
          "grid size-10 shrink-0 place-items-center rounded-full [&_svg]:size-5",
          TONE_SOFT[tone],
        )}
      >
        {icon}
      </span>
      <div className="min-w-0 flex-1">
        <p className={cn("text-[0.9375rem] leading-snug", unread && "font-medium")}>
          {unread ? <span className="sr-only">{t("unread")}: </span> : null}
          {href === null ? (
            text
          ) : (
            <UiLink
              href={href}
              onClick={() => {
                if (unread) onRead(id);
              }}
              className="after:absolute after:inset-0"
            >
              {text}
            </UiLink>
          )}
        </p>
        <p className="mt-1 text-ink-muted text-sm">{formats.instant(createdAt)}</p>
      </div>
      {unread ? (
        <Button
          variant="ghost"
          size="sm"
          className="relative z-10 shrink-0 max-sm:hidden"
          onClick={() => onRead(id)}
        >
          {t("markRead")}
        </Button>
      ) : null}
    </article>
  );
}
