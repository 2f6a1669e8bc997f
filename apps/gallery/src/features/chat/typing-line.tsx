"use client";

import { TypingIndicator } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useTypists } from "./use-ephemera";

/** Says who is writing in a room. */
export function TypingLine({ roomId }: { roomId: string }) {
  const t = useTranslations("chat");
  const typists = useTypists(roomId);
  const [first, second] = typists;
  if (first === undefined) return <TypingIndicator label={null} />;
  return (
    <TypingIndicator
      label={
        second === undefined
          ? t("typing.one", { name: first.name })
          : t("typing.many", { count: typists.length })
      }
    />
  );
}
