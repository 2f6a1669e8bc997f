"use client";

import { SAVED_SEARCH_ALERTS } from "@oto/domain";
import { Badge, Button, ConfirmDialog, DropdownMenu, IconButton, Select, UiLink } from "@oto/ui";
import { EllipsisVertical, PencilLine, Search, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormats } from "../labels/use-formats";
import type { SavedSearch } from "../market/market-views";
import { RenameSearch } from "./rename-search";
import type { useSearchMoves } from "./use-search-moves";
import { useSearchSummary } from "./use-search-summary";

interface SearchRowProps {
  saved: SavedSearch;
  moves: ReturnType<typeof useSearchMoves>;
}

/** A saved search: what it asks for, what is new, and when its owner hears of it. */
export function SearchRow({ saved, moves }: SearchRowProps) {
  const t = useTranslations("searches");
  const common = useTranslations("common");
  const formats = useFormats();
  const summary = useSearchSummary(saved);
  const [dialog, setDialog] = useState<"rename" | "remove" | null>(null);
  const close = (open: boolean) => {
    if (!open) setDialog(null);
  };
  const { name, newMatches, savedSearchId } = saved;
  const href = `/pazar?arama=${savedSearchId}`;
  return (
    <article className="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-card border bg-surface p-4 shadow-card">
      <div className="min-w-0 flex-1 basis-64">
        <div className="flex flex-wrap items-center gap-2">
          <h2 className="min-w-0 text-heading">
            <UiLink href={href} className="rounded-sm hover:underline">
              {name}
            </UiLink>
          </h2>
          {newMatches > 0 ? (
            <Badge tone="accent" variant="solid">
              {t("newMatches", { count: newMatches, n: formats.number(newMatches) })}
            </Badge>
          ) : null}
        </div>
        <p className="mt-1 text-ink-muted text-sm">{summary === "" ? t("everything") : summary}</p>
        <p className="mt-0.5 text-ink-subtle text-xs">
          {t("savedAt", { date: formats.day(saved.createdAt) })}
        </p>
      </div>
      <div className="flex items-center gap-2 max-sm:w-full">
        <Select
          aria-label={t("alertOf", { name })}
          options={SAVED_SEARCH_ALERTS.map((value) => ({ value, label: t(`alerts.${value}`) }))}
          value={saved.alert}
          onValueChange={(alert) => moves.update.mutate({ savedSearchId, alert })}
          className="w-44 max-sm:min-w-0 max-sm:flex-1"
        />
        <Button asChild variant="soft">
          <UiLink href={href} aria-label={t("openSearch", { name })}>
            <Search aria-hidden="true" />
            {t("open")}
          </UiLink>
        </Button>
        <DropdownMenu
          trigger={
            <IconButton
              label={t("more", { name })}
              icon={<EllipsisVertical aria-hidden="true" />}
            />
          }
          items={[
            {
              id: "rename",
              label: t("rename"),
              icon: <PencilLine aria-hidden="true" />,
              onSelect: () => setDialog("rename"),
            },
            {
              id: "remove",
              label: t("remove"),
              icon: <Trash2 aria-hidden="true" />,
              tone: "danger",
              separated: true,
              onSelect: () => setDialog("remove"),
            },
          ]}
        />
      </div>
      {dialog === "rename" ? (
        <RenameSearch saved={saved} update={moves.update} onClose={() => setDialog(null)} />
      ) : null}
      <ConfirmDialog
        open={dialog === "remove"}
        onOpenChange={close}
        title={t("removeTitle", { name })}
        description={t("removeText")}
        confirmLabel={t("remove")}
        cancelLabel={common("cancel")}
        tone="danger"
        onConfirm={() => {
          setDialog(null);
          moves.remove.mutate({ savedSearchId });
        }}
      />
    </article>
  );
}
