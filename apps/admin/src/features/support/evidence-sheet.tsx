"use client";

import { Button, Callout, Sheet, Skeleton } from "@oto/ui";
import { useMutation } from "@tanstack/react-query";
import { ScrollText } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../../trpc";
import { QueryError } from "../form/query-error";
import { useFormats } from "../labels/use-formats";
import { MessageContent } from "./case-message-row";
import type { EvidenceItem } from "./support-views";

interface Evidence {
  items: readonly EvidenceItem[];
  hasBefore: boolean;
}

/** The conversation that a case is about, with what its messages said before they were changed. */
export function EvidenceSheet({ caseId }: { caseId: string }) {
  const t = useTranslations("support");
  const common = useTranslations("common");
  const { instant } = useFormats();
  const { admin } = useTRPC();
  const [open, setOpen] = useState(false);
  const [read, setRead] = useState<Evidence>({ items: [], hasBefore: false });
  // Every look is an act: the audit trail has it.
  const look = useMutation(
    admin.support.evidence.mutationOptions({
      onSuccess: ({ hasBefore, items }) =>
        setRead((before) => ({ items: [...items, ...before.items], hasBefore })),
    }),
  );
  const first = read.items[0]?.message.seq;
  const ask = () => look.mutate({ caseId, ...(first === undefined ? {} : { beforeSeq: first }) });
  return (
    <Sheet
      open={open}
      onOpenChange={(opened) => {
        setOpen(opened);
        if (opened && read.items.length === 0) ask();
      }}
      size="lg"
      title={t("evidenceTitle")}
      description={t("evidenceText")}
      closeLabel={common("close")}
      trigger={
        <Button variant="secondary" icon={<ScrollText aria-hidden="true" />}>
          {t("evidenceTitle")}
        </Button>
      }
    >
      {look.isError ? <QueryError error={look.error} onRetry={ask} /> : null}
      {look.isPending && read.items.length === 0 ? <Skeleton className="h-64" /> : null}
      {read.hasBefore ? (
        <Button variant="ghost" size="sm" loading={look.isPending} onClick={ask}>
          {t("older")}
        </Button>
      ) : null}
      <ol className="flex flex-col gap-4">
        {read.items.map(({ message, revisions }) => (
          <li key={message.messageId} className="flex flex-col gap-2 border-b pb-3">
            <p className="text-ink-muted text-sm">
              #{message.seq} · {message.sender?.name ?? t("team")} · {instant(message.createdAt)}
            </p>
            <MessageContent message={message} />
            {revisions.map((revision) => (
              <Callout
                key={revision.replacedAt}
                tone="warn"
                title={t(`revision.${revision.action}`, { date: instant(revision.replacedAt) })}
              >
                <span className="whitespace-pre-wrap">{revision.text}</span>
              </Callout>
            ))}
          </li>
        ))}
      </ol>
    </Sheet>
  );
}
