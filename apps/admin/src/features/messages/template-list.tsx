"use client";

import { Badge, Card, EmptyState, foldText, Input, Skeleton } from "@oto/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../../trpc";
import { QueryError } from "../form/query-error";
import type { TemplateSummary } from "./message-views";
import { TemplateSheet } from "./template-sheet";

/** Every text of the platform by kind; a press opens it. */
export function TemplateList() {
  const t = useTranslations("messages");
  const trpc = useTRPC();
  const { data, error, isPending, refetch } = useQuery(
    trpc.admin.messages.templates.queryOptions(),
  );
  const [search, setSearch] = useState("");
  const [shown, setShown] = useState<TemplateSummary | null>(null);
  if (isPending) return <Skeleton className="h-96 w-full" />;
  if (data === undefined) return <QueryError error={error} onRetry={() => void refetch()} />;
  const wanted = foldText(search);
  const items = data.items.filter(({ name, title }) =>
    foldText(`${title} ${name}`).includes(wanted),
  );
  return (
    <>
      <Card title={t("templates")} description={t("templatesText")} padding="flush">
        <div className="px-5 pb-4">
          <Input
            type="search"
            aria-label={t("searchTemplates")}
            placeholder={t("searchTemplates")}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        </div>
        {items.length === 0 ? <EmptyState title={t("noTemplates")} /> : null}
        <ul className="divide-y border-t">
          {items.map((item) => (
            <li key={item.name}>
              <button
                type="button"
                onClick={() => setShown(item)}
                className="flex min-h-14 w-full flex-wrap items-center gap-x-3 gap-y-1 px-5 py-3 text-left hover:bg-sunken"
              >
                <span className="min-w-0 flex-1">
                  <span className="block font-medium">{item.title}</span>
                  <span className="block truncate text-ink-muted text-sm">
                    {item.reason === null
                      ? item.name
                      : `${item.name.split("/")[0]} · ${item.reason}`}
                  </span>
                </span>
                {item.changed.length > 0 ? (
                  <Badge tone="brand">{t("changedCount", { count: item.changed.length })}</Badge>
                ) : null}
                <span className="text-ink-muted text-sm">
                  {item.channels.map((channel) => t(`channels.${channel}`)).join(", ")}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </Card>
      <TemplateSheet template={shown} onClose={() => setShown(null)} />
    </>
  );
}
