"use client";

import { PageHeader, Tabs } from "@oto/ui";
import { useTranslations } from "next-intl";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { DeliveryLog } from "./delivery-log";
import { TemplateList } from "./template-list";

const VIEWS = ["gonderimler", "sablonlar"] as const;

/** What was sent to people and what became of it, and the texts it is made of. */
export function MessagesPage() {
  const t = useTranslations("messages");
  const [view, setView] = useQueryState(
    "gorunum",
    parseAsStringLiteral(VIEWS).withDefault("gonderimler"),
  );
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <Tabs
        label={t("views")}
        value={view}
        onValueChange={(id) => void setView(VIEWS.find((each) => each === id) ?? null)}
        items={[
          { id: "gonderimler", label: t("log"), content: <DeliveryLog /> },
          { id: "sablonlar", label: t("templates"), content: <TemplateList /> },
        ]}
      />
    </>
  );
}
