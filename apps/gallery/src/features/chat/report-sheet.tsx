"use client";

import type { ReportReason } from "@oto/domain";
import { REPORT_REASONS } from "@oto/domain";
import { Button, Field, RadioGroup, Sheet, Textarea, toast } from "@oto/ui";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../../trpc";
import { useErrorToast } from "../form/use-error-text";

const MAX_TEXT = 1_000;

interface ReportSheetProps {
  roomId: string;
  /** One message; otherwise the whole conversation. */
  messageId?: string | undefined;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Tells the platform that something in a conversation is not right. */
export function ReportSheet({ roomId, messageId, open, onOpenChange }: ReportSheetProps) {
  const t = useTranslations("chat");
  const common = useTranslations("common");
  const { chat } = useTRPC();
  const showError = useErrorToast();
  const [reason, setReason] = useState<ReportReason>("SPAM");
  const [text, setText] = useState("");
  const report = useMutation(
    chat.report.mutationOptions({
      onSuccess: () => {
        toast.success(t("reported"));
        setText("");
        onOpenChange(false);
      },
      onError: showError,
    }),
  );
  return (
    <Sheet
      open={open}
      onOpenChange={onOpenChange}
      title={t("reportTitle")}
      description={t("reportText")}
      closeLabel={common("close")}
      footer={
        <>
          <Button variant="secondary" onClick={() => onOpenChange(false)}>
            {common("cancel")}
          </Button>
          <Button
            variant="danger"
            loading={report.isPending}
            onClick={() =>
              report.mutate({
                roomId,
                reason,
                ...(messageId === undefined ? {} : { messageId }),
                ...(text.trim() === "" ? {} : { text: text.trim() }),
              })
            }
          >
            {t("reportSend")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <RadioGroup
          label={t("reportReason")}
          options={REPORT_REASONS.map((value) => ({ value, label: t(`reportReasons.${value}`) }))}
          value={reason}
          onValueChange={setReason}
        />
        <Field label={t("reportNote")} note={t("optional")}>
          <Textarea
            rows={4}
            maxLength={MAX_TEXT}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
      </div>
    </Sheet>
  );
}
