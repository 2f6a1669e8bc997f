"use client";

import { EmptyState } from "@oto/ui";
import { MessagesSquare } from "lucide-react";
import { useTranslations } from "next-intl";

/** Beside the conversations, before one is chosen. */
export function NoRoom() {
  const t = useTranslations("chat");
  return (
    <div className="grid h-full place-items-center">
      <EmptyState
        icon={<MessagesSquare aria-hidden="true" />}
        title={t("choose")}
        description={t("chooseText")}
      />
    </div>
  );
}
