"use client";

import { Button, Dialog, Field, Textarea } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";

interface EndOfferDialogProps {
  /** What is done: texts are chosen by it. */
  act: "reject" | "withdraw";
  open: boolean;
  onOpenChange: (open: boolean) => void;
  busy: boolean;
  onConfirm: (message: string) => void;
}

/** Ends a negotiation, with a word to the other side if one likes. */
export function EndOfferDialog({ act, open, onOpenChange, busy, onConfirm }: EndOfferDialogProps) {
  const t = useTranslations("offers");
  const common = useTranslations("common");
  const [message, setMessage] = useState("");
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t(`${act}Title`)}
      description={t(`${act}Text`)}
      closeLabel={common("close")}
      size="sm"
      footer={
        <>
          <Button variant="secondary" onClick={() => onOpenChange(false)}>
            {common("cancel")}
          </Button>
          <Button variant="danger" loading={busy} onClick={() => onConfirm(message.trim())}>
            {t(act)}
          </Button>
        </>
      }
    >
      <Field label={t("message")} note={t("optional")}>
        <Textarea
          rows={3}
          maxLength={1000}
          value={message}
          onChange={(event) => setMessage(event.target.value)}
        />
      </Field>
    </Dialog>
  );
}
