"use client";

import { DEAL_DOCUMENT_TYPES } from "@oto/domain";
import { Button, Card, Progress } from "@oto/ui";
import { FileText, Trash2, Upload } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import type { DealView } from "./deal-views";
import { useDealMoves } from "./use-deal-moves";
import { useDealUpload } from "./use-deal-upload";

/** Papers of a deal: reports, receipts, contracts. Only its two sides see them. */
export function DealDocuments({ deal, mayManage }: { deal: DealView; mayManage: boolean }) {
  const t = useTranslations("deals");
  const input = useRef<HTMLInputElement>(null);
  const { add, percent } = useDealUpload(deal.dealId);
  const moves = useDealMoves();
  const removable = mayManage && deal.actions.includes("editSteps");
  return (
    <Card title={t("documents")} description={t("documentsText")}>
      {deal.documents.length === 0 ? (
        <p className="text-ink-muted">{t("noDocuments")}</p>
      ) : (
        <ul className="divide-y divide-line">
          {deal.documents.map(({ documentId, fileName, mine }) => (
            <li key={documentId} className="flex items-center gap-2 py-1.5">
              <Button
                variant="ghost"
                className="min-h-11 min-w-0 flex-1 justify-start"
                icon={<FileText aria-hidden="true" />}
                onClick={() => moves.openDocument.mutate(documentId)}
              >
                <span className="truncate">{fileName}</span>
                <span className="shrink-0 text-ink-subtle text-sm">
                  {t(mine ? "yours" : "theirs")}
                </span>
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
      )}
      {percent === null ? null : (
        <Progress value={percent} label={t("uploading")} className="mt-3" />
      )}
      {mayManage && deal.actions.includes("addDocument") ? (
        <>
          <input
            ref={input}
            type="file"
            className="sr-only"
            tabIndex={-1}
            aria-label={t("addDocument")}
            accept={DEAL_DOCUMENT_TYPES.join(",")}
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file) add(file, null);
              event.target.value = "";
            }}
          />
          <Button
            variant="secondary"
            size="lg"
            className="mt-3 max-sm:w-full"
            icon={<Upload aria-hidden="true" />}
            disabled={percent !== null}
            onClick={() => input.current?.click()}
          >
            {t("addDocument")}
          </Button>
        </>
      ) : null}
    </Card>
  );
}
