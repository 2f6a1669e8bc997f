"use client";

import type { DealStepState } from "@oto/domain";
import { DEAL_STEP_STATES } from "@oto/domain";
import { Button, Field, Input, RadioGroup, Sheet, Textarea } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { DealStepView } from "./deal-views";
import { fromLocalInput, toLocalInput } from "./local-instant";
import { useDealMoves } from "./use-deal-moves";

interface StepSheetProps {
  dealId: string;
  step: DealStepView;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Sets a step of the checklist: how far it is, when, where, under which number. */
export function StepSheet({ dealId, step, open, onOpenChange }: StepSheetProps) {
  const t = useTranslations("deals");
  const domain = useTranslations("domain");
  const common = useTranslations("common");
  const { setStep } = useDealMoves();
  const [state, setState] = useState<DealStepState>(step.state);
  const [when, setWhen] = useState(toLocalInput(step.scheduledFor));
  const [place, setPlace] = useState(step.place ?? "");
  const [reference, setReference] = useState(step.reference ?? "");
  const [note, setNote] = useState(step.note ?? "");
  const [missing, setMissing] = useState(false);
  const scheduledFor = fromLocalInput(when);
  const save = () => {
    if (state === "SCHEDULED" && scheduledFor === null) {
      setMissing(true);
      return;
    }
    setStep.mutate(
      {
        ...{ dealId, step: step.step, version: step.version, state },
        ...{ scheduledFor, place, reference, note },
      },
      { onSuccess: () => onOpenChange(false) },
    );
  };
  return (
    <Sheet
      open={open}
      onOpenChange={onOpenChange}
      title={domain(`dealStep.${step.step}`)}
      description={t(`stepHelp.${step.step}`)}
      closeLabel={common("close")}
      footer={
        <Button variant="accent" size="lg" block loading={setStep.isPending} onClick={save}>
          {t("save")}
        </Button>
      }
    >
      <div className="flex flex-col gap-4 pt-1">
        <RadioGroup
          label={t("state")}
          value={state}
          onValueChange={setState}
          options={DEAL_STEP_STATES.map((value) => ({
            value,
            label: domain(`dealStepState.${value}`),
          }))}
        />
        <Field
          label={t("when")}
          required={state === "SCHEDULED"}
          error={missing && scheduledFor === null ? t("whenMissing") : undefined}
        >
          <Input
            type="datetime-local"
            value={when}
            onChange={(event) => setWhen(event.target.value)}
          />
        </Field>
        <Field label={t("place")}>
          <Input value={place} maxLength={200} onChange={(event) => setPlace(event.target.value)} />
        </Field>
        <Field label={t(`reference.${step.step}`)}>
          <Input
            value={reference}
            maxLength={64}
            onChange={(event) => setReference(event.target.value)}
          />
        </Field>
        <Field label={t("note")}>
          <Textarea
            rows={2}
            maxLength={1000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </Field>
      </div>
    </Sheet>
  );
}
