"use client";

import { Progress } from "@oto/ui";
import { Paperclip } from "lucide-react";
import { useTranslations } from "next-intl";
import type { DealStepView, DealView } from "./deal-views";
import { DocumentInput } from "./document-input";
import { DocumentList } from "./document-list";
import { useDealUpload } from "./use-deal-upload";

interface StepDocumentsProps {
  deal: DealView;
  step: DealStepView["step"];
  mayManage: boolean;
}

/** The papers of one step of the checklist, and the way to add one to it. */
export function StepDocuments({ deal, mayManage, step }: StepDocumentsProps) {
  const t = useTranslations("deals");
  const domain = useTranslations("domain");
  const { add, percent } = useDealUpload(deal.dealId);
  const documents = deal.documents.filter((document) => document.step === step);
  const addable = mayManage && deal.actions.includes("addDocument");
  if (documents.length === 0 && !addable) return null;
  return (
    <div className="mt-1 ps-9">
      {documents.length === 0 ? null : (
        <DocumentList
          documents={documents}
          removable={mayManage && deal.actions.includes("editSteps")}
        />
      )}
      {percent === null ? null : (
        <Progress value={percent} label={t("uploading")} className="my-2" />
      )}
      {addable ? (
        <DocumentInput
          label={t("addStepDocument", { step: domain(`dealStep.${step}`) })}
          text={t("addDocumentShort")}
          variant="ghost"
          className="min-h-11 text-ink-muted"
          icon={<Paperclip aria-hidden="true" />}
          disabled={percent !== null}
          onPick={(file) => add(file, step)}
        />
      ) : null}
    </div>
  );
}
