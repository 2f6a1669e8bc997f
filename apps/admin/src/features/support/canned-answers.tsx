"use client";

import { Breadcrumb, Button, Card, EmptyState, PageHeader, Skeleton } from "@oto/ui";
import { useQuery } from "@tanstack/react-query";
import { MessageSquareQuote, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../../trpc";
import { QueryError } from "../form/query-error";
import { CannedSheet } from "./canned-sheet";
import type { CannedView } from "./support-views";

/** The answers that staff often give, to be changed by them. */
export function CannedAnswers() {
  const t = useTranslations("support");
  const { admin } = useTRPC();
  const { data, error, isError, isPending, refetch } = useQuery(
    admin.support.canned.list.queryOptions(),
  );
  const [open, setOpen] = useState<CannedView | "new" | null>(null);
  return (
    <>
      <PageHeader
        above={
          <Breadcrumb
            label={t("breadcrumb")}
            items={[{ label: t("title"), href: "/destek" }, { label: t("cannedTitle") }]}
          />
        }
        title={t("cannedTitle")}
        description={t("cannedText")}
        actions={
          <Button icon={<Plus aria-hidden="true" />} onClick={() => setOpen("new")}>
            {t("cannedNew")}
          </Button>
        }
      />
      <Card padding="flush">
        {isError ? <QueryError error={error} onRetry={() => void refetch()} /> : null}
        {isPending ? <Skeleton className="h-40" /> : null}
        {data?.items.length === 0 ? (
          <EmptyState
            icon={<MessageSquareQuote aria-hidden="true" />}
            title={t("cannedNone")}
            description={t("cannedNoneText")}
          />
        ) : null}
        <ul aria-label={t("cannedTitle")} className="divide-y">
          {data?.items.map((answer) => (
            <li key={answer.cannedId}>
              <button
                type="button"
                className="flex w-full flex-col gap-0.5 px-5 py-3.5 text-left hover:bg-sunken"
                onClick={() => setOpen(answer)}
              >
                <span className="font-medium">{answer.title}</span>
                <span className="line-clamp-2 text-ink-muted text-sm">{answer.text}</span>
              </button>
            </li>
          ))}
        </ul>
      </Card>
      {open === null ? null : (
        <CannedSheet
          key={open === "new" ? "new" : open.cannedId}
          answer={open === "new" ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
