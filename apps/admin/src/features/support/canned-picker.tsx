"use client";

import { EmptyState, IconButton, Popover } from "@oto/ui";
import { useQuery } from "@tanstack/react-query";
import { MessageSquareQuote } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../../trpc";

/** Answers that are often given, to begin one's own with. */
export function CannedPicker({ onPick }: { onPick: (text: string) => void }) {
  const t = useTranslations("support");
  const { admin } = useTRPC();
  const [open, setOpen] = useState(false);
  const { data } = useQuery(admin.support.canned.list.queryOptions(undefined, { enabled: open }));
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label={t("cannedTitle")}
      className="w-96 p-2"
      trigger={
        <IconButton
          label={t("cannedTitle")}
          icon={<MessageSquareQuote aria-hidden="true" className="size-5" />}
        />
      }
    >
      {data?.items.length === 0 ? (
        <EmptyState title={t("cannedNone")} description={t("cannedNoneText")} />
      ) : null}
      <ul className="max-h-72 overflow-y-auto">
        {data?.items.map(({ cannedId, text, title }) => (
          <li key={cannedId}>
            <button
              type="button"
              className="w-full rounded-control px-3 py-2 text-left hover:bg-sunken"
              onClick={() => {
                setOpen(false);
                onPick(text);
              }}
            >
              <span className="block font-medium">{title}</span>
              <span className="line-clamp-2 text-ink-muted text-sm">{text}</span>
            </button>
          </li>
        ))}
      </ul>
    </Popover>
  );
}
