"use client";

import { Button, Dialog, Field, Textarea } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { MessageTemplates } from "./message-templates";

interface EndOfferDialogProps {
  /** What is done: texts are chosen by it. */
  act: "reject" | "withdraw";
  open: boolean;
  onOpenChange: (open: boolean) => void;
  busy: boolean;
  onConfirm: (message: string) => void;
  /** How many offers it is about; one unless said. */
  count?: number;
}

/** Ends one negotiation or several, with a word to the other side if one likes. */
export function EndOfferDialog({
  act,
  open,
  onOpenChange,
  busy,
  onConfirm,
  count = 1,
}: EndOfferDialogProps) {
  const t = useTranslations("offers");
  const common = useTranslations("common");
  const [message, setMessage] = useState("");
  const many = count > 1;
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={many ? t("bulk.title", { count }) : t(`${act}Title`)}
      description={many ? t("bulk.text") : t(`${act}Text`)}
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
      <div className="flex flex-col gap-3">
        <MessageTemplates occasion={act} value={message} onPick={setMessage} />
        <Field label={t("message")} note={t("optional")}>
          <Textarea
            rows={3}
            maxLength={1000}
            value={message}
            onChange={(event) => setMessage(event.target.value)}
          />
        </Field>
      </div>
    </Dialog>
  );
}
