"use client";

import { Button, Sheet, SpecList, UiLink } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormats } from "../labels/use-formats";
import { AuditChanges } from "./audit-changes";
import type { AuditEntry } from "./audit-entry";
import { useAuditNames } from "./use-audit-names";

interface Narrowing {
  kisi?: string;
  galeri?: string;
  kayit?: string;
}

interface AuditEntrySheetProps {
  /** The one to look at; null closes. */
  entry: AuditEntry | null;
  onClose: () => void;
  /** Narrows the list to one person, gallery or record. */
  onNarrow: (filter: Narrowing) => void;
}

/** One entry of the trail in full: what was before, what after, from where. */
export function AuditEntrySheet({ entry, onClose, onNarrow }: AuditEntrySheetProps) {
  const common = useTranslations("common");
  const t = useTranslations("audit");
  const names = useAuditNames();
  const { instant } = useFormats();
  const [latest, setLatest] = useState(entry);
  // What is shown stays while the sheet slides away.
  if (entry !== null && entry !== latest) setLatest(entry);
  return (
    <Sheet
      open={entry !== null}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={latest === null ? t("title") : names.action(latest.action)}
      description={latest === null ? undefined : instant(latest.createdAt)}
      closeLabel={common("close")}
      size="lg"
    >
      {latest === null ? null : (
        <div className="flex flex-col gap-5">
          <EntryFacts entry={latest} />
          <AuditChanges before={latest.before} after={latest.after} />
          <EntryLinks entry={latest} onNarrow={onNarrow} />
        </div>
      )}
    </Sheet>
  );
}

function EntryFacts({ entry }: { entry: AuditEntry }) {
  const t = useTranslations("audit");
  const names = useAuditNames();
  const mono = (text: string | null) => (
    <span className="break-all font-mono text-xs">{text ?? "–"}</span>
  );
  return (
    <SpecList
      items={[
        { label: t("action"), value: mono(entry.action) },
        { label: t("actor"), value: entry.actorName ?? t("system") },
        { label: t("gallery"), value: entry.galleryName ?? "–" },
        {
          label: t("entity"),
          value: (
            <>
              <span className="block">{names.entity(entry.entityType)}</span>
              {mono(entry.entityId)}
            </>
          ),
        },
        { label: t("ip"), value: mono(entry.ip) },
        { label: t("request"), value: mono(entry.requestId) },
      ]}
    />
  );
}

function EntryLinks({
  entry,
  onNarrow,
}: {
  entry: AuditEntry;
  onNarrow: AuditEntrySheetProps["onNarrow"];
}) {
  const t = useTranslations("audit");
  const { actorId, galleryId, entityId } = entry;
  return (
    <div className="flex flex-wrap gap-2">
      <Button variant="secondary" size="sm" onClick={() => onNarrow({ kayit: entityId })}>
        {t("onlyEntity")}
      </Button>
      {actorId === null ? null : (
        <Button variant="secondary" size="sm" onClick={() => onNarrow({ kisi: actorId })}>
          {t("onlyActor")}
        </Button>
      )}
      {galleryId === null ? null : (
        <>
          <Button variant="secondary" size="sm" onClick={() => onNarrow({ galeri: galleryId })}>
            {t("onlyGallery")}
          </Button>
          <Button asChild variant="secondary" size="sm">
            <UiLink href={`/kayitlar/${galleryId}`}>{t("openGallery")}</UiLink>
          </Button>
        </>
      )}
    </div>
  );
}
