"use client";

import { Card, Progress } from "@oto/ui";
import { Upload } from "lucide-react";
import { useTranslations } from "next-intl";
import type { DealView } from "./deal-views";
import { DocumentInput } from "./document-input";
import { DocumentList } from "./document-list";
import { useDealUpload } from "./use-deal-upload";

/** Papers of a deal that belong to no step: contracts, receipts. Only its two sides see them. */
export function DealDocuments({ deal, mayManage }: { deal: DealView; mayManage: boolean }) {
  const t = useTranslations("deals");
  const { add, percent } = useDealUpload(deal.dealId);
  const documents = deal.documents.filter(({ step }) => step === null);
  return (
    <Card title={t("documents")} description={t("documentsText")}>
      {documents.length === 0 ? (
        <p className="text-ink-muted">{t("noDocuments")}</p>
      ) : (
        <DocumentList
          documents={documents}
          removable={mayManage && deal.actions.includes("editSteps")}
        />
      )}
      {percent === null ? null : (
        <Progress value={percent} label={t("uploading")} className="mt-3" />
      )}
      {mayManage && deal.actions.includes("addDocument") ? (
        <DocumentInput
          label={t("addDocument")}
          text={t("addDocument")}
          variant="secondary"
          size="lg"
          className="mt-3 max-sm:w-full"
          icon={<Upload aria-hidden="true" />}
          disabled={percent !== null}
          onPick={(file) => add(file, null)}
        />
      ) : null}
    </Card>
  );
}
