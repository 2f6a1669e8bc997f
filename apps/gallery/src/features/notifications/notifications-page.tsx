"use client";

import { PageHeader, Tabs } from "@oto/ui";
import { useTranslations } from "next-intl";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { NotificationList } from "./notification-list";
import { NotificationSettings } from "./notification-settings";

const VIEWS = ["list", "preferences"] as const;

/** What one was told, and how one wants to be told. */
export function NotificationsPage() {
  const t = useTranslations("notifications");
  const [view, setView] = useQueryState("view", parseAsStringLiteral(VIEWS).withDefault("list"));
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={t("title")} description={t("description")} />
      <Tabs
        label={t("views")}
        value={view}
        onValueChange={(id) => void setView(VIEWS.find((each) => each === id) ?? null)}
        items={[
          { id: "list", label: t("title"), content: <NotificationList /> },
          { id: "preferences", label: t("preferences"), content: <NotificationSettings /> },
        ]}
      />
    </div>
  );
}
