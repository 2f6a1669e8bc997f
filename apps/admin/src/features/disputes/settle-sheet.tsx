"use client";

import type { DisputeOutcome, Side } from "@oto/domain";
import { DISPUTE_OUTCOMES } from "@oto/domain";
import { Button, Callout, Field, RadioGroup, Sheet, Textarea, toast } from "@oto/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Gavel } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../../trpc";
import { useErrorToast } from "../form/use-error-text";
import type { DisputeView } from "./dispute-views";

const FAULTS = ["NOBODY", "SELLER", "BUYER"] as const;
const LEAST_NOTE = 3;
const MAX_NOTE = 2_000;

/** The decision: how the deal goes on, whose fault it was, and why. Both sides read it. */
export function SettleSheet({ dispute }: { dispute: DisputeView }) {
  const t = useTranslations("disputes");
  const common = useTranslations("common");
  const { admin } = useTRPC();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const [outcome, setOutcome] = useState<DisputeOutcome>("CONTINUE");
  const [fault, setFault] = useState<Side | "NOBODY">("NOBODY");
  const [note, setNote] = useState("");
  const [missing, setMissing] = useState(false);
  const settle = useMutation(
    admin.disputes.settle.mutationOptions({
      onSuccess: () => {
        setOpen(false);
        toast.success(t("settled"));
      },
      onError: useErrorToast(),
      onSettled: () => void queries.invalidateQueries(admin.disputes.pathFilter()),
    }),
  );
  const names = { BUYER: dispute.buyer.name, SELLER: dispute.seller.name };
  const send = () => {
    if (note.trim().length < LEAST_NOTE) {
      setMissing(true);
      return;
    }
    settle.mutate({
      disputeId: dispute.disputeId,
      outcome,
      note,
      ...(fault === "NOBODY" ? {} : { faultSide: fault }),
    });
  };
  return (
    <Sheet
      open={open}
      onOpenChange={setOpen}
      title={t("settleTitle")}
      description={t("settleText")}
      closeLabel={common("close")}
      trigger={
        <Button size="lg" icon={<Gavel aria-hidden="true" />}>
          {t("settle")}
        </Button>
      }
      footer={
        <Button
          variant={outcome === "CANCEL" ? "danger" : "primary"}
          size="lg"
          block
          loading={settle.isPending}
          onClick={send}
        >
          {t(`decide.${outcome}`)}
        </Button>
      }
    >
      <div className="flex flex-col gap-5 pt-1">
        <Field label={t("outcome")} group>
          <RadioGroup
            variant="cards"
            value={outcome}
            onValueChange={setOutcome}
            options={DISPUTE_OUTCOMES.map((value) => ({
              value,
              label: t(`outcomes.${value}`),
              description: t(`outcomeText.${value}`),
              disabled: value === "CANCEL" && !dispute.cancellable,
            }))}
          />
        </Field>
        {dispute.cancellable ? null : <Callout tone="info">{t("notCancellable")}</Callout>}
        <Field label={t("fault")} hint={t("faultHint")} group>
          <RadioGroup
            value={fault}
            onValueChange={setFault}
            options={FAULTS.map((value) => ({
              value,
              label:
                value === "NOBODY"
                  ? t("noFault")
                  : t("faultName", { side: t(`side.${value}`), name: names[value] }),
            }))}
          />
        </Field>
        <Field
          label={t("note")}
          hint={t("noteHint")}
          required
          error={missing ? t("noteMissing") : undefined}
        >
          <Textarea
            rows={4}
            maxLength={MAX_NOTE}
            value={note}
            onChange={(event) => {
              setNote(event.target.value);
              setMissing(false);
            }}
          />
        </Field>
      </div>
    </Sheet>
  );
}
