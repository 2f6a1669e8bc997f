"use client";

import { GALLERY_REASON_MAX } from "@oto/domain";
import { Callout, ConfirmDialog, Field, Textarea } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";

type Confirmed = "approve" | "reactivate";

interface ConfirmDecisionProps {
  /** What is asked about; null while nothing is. */
  decision: Confirmed | null;
  name: string;
  failedChecks: number;
  problem: string | null;
  busy: boolean;
  onClose: () => void;
  onConfirm: (decision: Confirmed, reason?: string) => Promise<void>;
}

/** Asks before an approval that the checks speak against, and before a reactivation. */
export function ConfirmDecision({
  decision,
  name,
  failedChecks,
  problem,
  busy,
  onClose,
  onConfirm,
}: ConfirmDecisionProps) {
  const t = useTranslations("review");
  const common = useTranslations("common");
  const [note, setNote] = useState("");
  if (decision === null) return null;
  const approving = decision === "approve";
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => {
        if (!open && !busy) onClose();
      }}
      title={approving ? t("anywayTitle") : t("reactivateTitle", { name })}
      description={approving ? t("anywayText", { count: failedChecks }) : t("reactivateText")}
      confirmLabel={approving ? t("anywayConfirm") : t("reactivate")}
      cancelLabel={common("cancel")}
      busy={busy}
      onConfirm={() => void onConfirm(decision, note.trim())}
    >
      <div className="flex flex-col gap-4">
        {problem === null ? null : (
          <Callout tone="danger" role="alert" title={t("decisionFailed")}>
            {problem}
          </Callout>
        )}
        <Field label={t("note")} hint={t("noteHint")}>
          <Textarea
            rows={2}
            maxLength={GALLERY_REASON_MAX}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </Field>
      </div>
    </ConfirmDialog>
  );
}
