"use client";

import { Button } from "@oto/ui";
import { FileText, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { DealView } from "./deal-views";
import { useDealMoves } from "./use-deal-moves";

interface DocumentListProps {
  documents: DealView["documents"];
  /** Whether one's own may be taken away again. */
  removable: boolean;
}

/** Papers of a deal, each opened by a press. */
export function DocumentList({ documents, removable }: DocumentListProps) {
  const t = useTranslations("deals");
  const moves = useDealMoves();
  return (
    <ul className="divide-y divide-line">
      {documents.map(({ documentId, fileName, mine }) => (
        <li key={documentId} className="flex items-center gap-2 py-1">
          <Button
            variant="ghost"
            className="min-h-11 min-w-0 flex-1 justify-start"
            icon={<FileText aria-hidden="true" />}
            onClick={() => moves.openDocument.mutate(documentId)}
          >
            <span className="truncate">{fileName}</span>
            <span className="shrink-0 text-ink-subtle text-sm">{t(mine ? "yours" : "theirs")}</span>
          </Button>
          {mine && removable ? (
            <Button
              variant="ghost"
              className="min-h-11"
              aria-label={t("removeDocument", { name: fileName })}
              icon={<Trash2 aria-hidden="true" />}
              onClick={() => moves.removeDocument.mutate({ documentId })}
            />
          ) : null}
        </li>
      ))}
    </ul>
  );
}
