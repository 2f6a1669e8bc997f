"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useMe } from "../session/session-provider";
import type { ChatHub } from "./chat-hub";
import { useMessageText } from "./use-message-text";

/** Reads new messages of others aloud to screen readers, wherever one is. */
export function ChatAnnouncer({ hub }: { hub: ChatHub }) {
  const t = useTranslations("chat");
  const { user } = useMe();
  const textOf = useMessageText();
  const [said, setSaid] = useState("");
  useEffect(
    () =>
      hub.listen((event) => {
        if (event.type !== "message.created" || event.message.sender?.userId === user.id) return;
        const { message } = event;
        const text = textOf(message);
        const name = message.sender?.name ?? null;
        setSaid(name === null ? text : t("announce", { name, text }));
      }),
    [hub, t, textOf, user.id],
  );
  return (
    <p role="log" aria-live="polite" aria-label={t("title")} className="sr-only">
      {said}
    </p>
  );
}
