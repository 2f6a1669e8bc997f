"use client";

import { RESERVATION_REASON_MAX } from "@oto/domain";
import { Button, Dialog, Field, Textarea } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";

interface CancelDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  busy: boolean;
  onConfirm: (reason: string) => void;
}

/** Calls a reservation off; the other side is told why. */
export function CancelDialog({ open, onOpenChange, busy, onConfirm }: CancelDialogProps) {
  const t = useTranslations("reservations");
  const common = useTranslations("common");
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const confirm = () => {
    if (reason.trim() === "") setMissing(true);
    else onConfirm(reason.trim());
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("cancelTitle")}
      description={t("cancelText")}
      closeLabel={common("close")}
      size="sm"
      footer={
        <>
          <Button variant="secondary" onClick={() => onOpenChange(false)}>
            {common("cancel")}
          </Button>
          <Button variant="danger" loading={busy} onClick={confirm}>
            {t("cancelConfirm")}
          </Button>
        </>
      }
    >
      <Field label={t("reason")} required error={missing ? t("reasonMissing") : undefined}>
        <Textarea
          rows={3}
          maxLength={RESERVATION_REASON_MAX}
          value={reason}
          onChange={(event) => {
            setReason(event.target.value);
            setMissing(false);
          }}
        />
      </Field>
    </Dialog>
  );
}
