"use client";

import type { DisputeReason } from "@oto/domain";
import { DISPUTE_REASONS } from "@oto/domain";
import { Button, Callout, Field, RadioGroup, Sheet, Textarea } from "@oto/ui";
import { Scale } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { DealView } from "./deal-views";
import { useDealMoves } from "./use-deal-moves";

const LEAST_TEXT = 10;

interface DealDisputeProps {
  deal: DealView;
  counterpart: string;
  mayManage: boolean;
}

/** The latest dispute of a deal. */
export function DealDispute({ deal, counterpart, mayManage }: DealDisputeProps) {
  const t = useTranslations("deals");
  const domain = useTranslations("domain");
  const { withdrawDispute } = useDealMoves();
  const { dispute } = deal;
  const running = dispute?.status === "OPEN";
  if (dispute === null) return null;
  return (
    <Callout
      tone={running ? "danger" : "info"}
      role="status"
      title={t(`dispute.${dispute.status}`)}
      actions={
        mayManage && deal.actions.includes("withdrawDispute") ? (
          <Button
            variant="secondary"
            loading={withdrawDispute.isPending}
            onClick={() => withdrawDispute.mutate({ dealId: deal.dealId })}
          >
            {t("withdrawDispute")}
          </Button>
        ) : undefined
      }
    >
      <p>
        {t(dispute.mine ? "disputeByYou" : "disputeByThem", {
          name: counterpart,
          reason: domain(`disputeReason.${dispute.reason}`),
        })}
      </p>
      <p className="mt-1 italic">“{dispute.text}”</p>
      {running ? <p className="mt-1">{t("disputeFreezes")}</p> : null}
      {dispute.outcome ? (
        <p className="mt-1">
          {domain(`disputeOutcome.${dispute.outcome}`)}: {dispute.outcomeNote}
        </p>
      ) : null}
    </Callout>
  );
}

/** The way to open a dispute, away from the buttons of every day. */
export function DealDisputeOpener({ deal, mayManage }: DealDisputeProps) {
  const t = useTranslations("deals");
  const [open, setOpen] = useState(false);
  return (
    <>
      {mayManage && deal.actions.includes("dispute") ? (
        <Button
          variant="ghost"
          className="min-h-11 w-fit text-ink-muted"
          icon={<Scale aria-hidden="true" />}
          onClick={() => setOpen(true)}
        >
          {t("openDispute")}
        </Button>
      ) : null}
      {open ? <DisputeSheet dealId={deal.dealId} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function DisputeSheet({ dealId, onClose }: { dealId: string; onClose: () => void }) {
  const t = useTranslations("deals");
  const domain = useTranslations("domain");
  const common = useTranslations("common");
  const { dispute } = useDealMoves();
  const [reason, setReason] = useState<DisputeReason>("NOT_AS_DESCRIBED");
  const [text, setText] = useState("");
  const [missing, setMissing] = useState(false);
  const send = () => {
    if (text.trim().length < LEAST_TEXT) setMissing(true);
    else dispute.mutate({ dealId, reason, text }, { onSuccess: onClose });
  };
  return (
    <Sheet
      open
      onOpenChange={onClose}
      title={t("openDispute")}
      description={t("disputeText")}
      closeLabel={common("close")}
      footer={
        <Button variant="danger" size="lg" block loading={dispute.isPending} onClick={send}>
          {t("sendDispute")}
        </Button>
      }
    >
      <div className="flex flex-col gap-4 pt-1">
        <RadioGroup
          label={t("disputeReason")}
          value={reason}
          onValueChange={setReason}
          options={DISPUTE_REASONS.map((value) => ({
            value,
            label: domain(`disputeReason.${value}`),
          }))}
        />
        <Field
          label={t("disputeWhat")}
          required
          error={missing ? t("disputeMissing", { count: LEAST_TEXT }) : undefined}
        >
          <Textarea
            rows={4}
            maxLength={4000}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setMissing(false);
            }}
          />
        </Field>
      </div>
    </Sheet>
  );
}
