"use client";

import { Button, Sheet } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useId } from "react";
import type { Refusal } from "./reason-form";
import { ReasonForm } from "./reason-form";

interface ReasonSheetProps {
  decision: Refusal;
  open: boolean;
  name: string;
  problem: string | null;
  busy: boolean;
  onClose: () => void;
  onSubmit: (decision: Refusal, reason: string) => Promise<void>;
}

/** Asks for the reason of a rejection or suspension. */
export function ReasonSheet({
  decision,
  open,
  name,
  problem,
  busy,
  onClose,
  onSubmit,
}: ReasonSheetProps) {
  const t = useTranslations("review");
  const common = useTranslations("common");
  const formId = useId();
  return (
    <Sheet
      open={open}
      onOpenChange={(next) => {
        if (!next && !busy) onClose();
      }}
      title={t(`${decision}Title`, { name })}
      description={t(`${decision}Text`)}
      closeLabel={common("close")}
      footer={
        <>
          <Button variant="secondary" onClick={onClose} disabled={busy}>
            {common("cancel")}
          </Button>
          <Button variant="danger" type="submit" form={formId} loading={busy}>
            {t(decision)}
          </Button>
        </>
      }
    >
      <ReasonForm
        id={formId}
        decision={decision}
        problem={problem}
        onSubmit={(reason) => void onSubmit(decision, reason)}
      />
    </Sheet>
  );
}
