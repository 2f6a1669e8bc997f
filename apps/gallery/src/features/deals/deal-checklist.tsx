"use client";

import type { DealStepState } from "@oto/domain";
import type { Tone } from "@oto/ui";
import { Badge, Button, Card } from "@oto/ui";
import { CalendarClock, Circle, CircleCheck, CircleSlash } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormats } from "../labels/use-formats";
import type { DealStepView, DealView } from "./deal-views";
import { StepDocuments } from "./step-documents";
import { StepSheet } from "./step-sheet";

const LOOK: Record<DealStepState, { Icon: typeof Circle; tone: Tone }> = {
  OPEN: { Icon: Circle, tone: "neutral" },
  SCHEDULED: { Icon: CalendarClock, tone: "info" },
  DONE: { Icon: CircleCheck, tone: "success" },
  NOT_NEEDED: { Icon: CircleSlash, tone: "neutral" },
};

interface DealChecklistProps {
  deal: DealView;
  mayManage: boolean;
}

/** What has to happen between the agreement and the handover, and how far each of it is. */
export function DealChecklist({ deal, mayManage }: DealChecklistProps) {
  const t = useTranslations("deals");
  const [open, setOpen] = useState<DealStepView["step"] | null>(null);
  const editable = mayManage && deal.actions.includes("editSteps");
  const done = deal.steps.filter(({ state }) => state === "DONE" || state === "NOT_NEEDED").length;
  return (
    <Card
      title={t("checklist")}
      description={t("checklistProgress", { done, of: deal.steps.length })}
    >
      <ol className="-my-1 divide-y divide-line">
        {deal.steps.map((step) => (
          <StepRow
            key={step.step}
            step={step}
            deal={deal}
            mayManage={mayManage}
            onEdit={editable ? () => setOpen(step.step) : undefined}
          />
        ))}
      </ol>
      <Warranty warranty={deal.warranty} />
      {deal.steps.map((step) =>
        open === step.step ? (
          <StepSheet
            key={`${step.step}-${step.version}`}
            dealId={deal.dealId}
            step={step}
            open
            onOpenChange={(next) => setOpen(next ? step.step : null)}
          />
        ) : null,
      )}
    </Card>
  );
}

interface StepRowProps {
  step: DealStepView;
  deal: DealView;
  mayManage: boolean;
  onEdit: (() => void) | undefined;
}

function StepRow({ step, deal, mayManage, onEdit }: StepRowProps) {
  const t = useTranslations("deals");
  const domain = useTranslations("domain");
  const formats = useFormats();
  const { Icon, tone } = LOOK[step.state];
  const facts = [
    step.state === "SCHEDULED" && step.scheduledFor ? formats.instant(step.scheduledFor) : null,
    step.place,
    step.reference,
  ].filter(Boolean);
  return (
    <li className="py-3">
      <div className="flex items-center gap-3">
        <Icon
          aria-hidden="true"
          className={
            step.state === "DONE"
              ? "size-6 shrink-0 text-success-strong"
              : "size-6 shrink-0 text-ink-subtle"
          }
        />
        <div className="min-w-0 flex-1">
          <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className="font-medium">{domain(`dealStep.${step.step}`)}</span>
            <Badge tone={tone}>{domain(`dealStepState.${step.state}`)}</Badge>
          </div>
          {facts.length > 0 ? (
            <p className="mt-0.5 break-words text-ink-muted text-sm">{facts.join(" · ")}</p>
          ) : null}
          {step.note ? <p className="mt-0.5 text-ink-muted text-sm italic">“{step.note}”</p> : null}
          {step.changedAt && step.changedBy ? (
            <p className="mt-0.5 text-ink-subtle text-xs">
              {t(step.changedBy === deal.side ? "changedByYou" : "changedByThem", {
                at: formats.instant(step.changedAt),
              })}
            </p>
          ) : null}
        </div>
        {onEdit ? (
          <Button
            variant="secondary"
            className="min-h-11"
            aria-label={t("editStep", { step: domain(`dealStep.${step.step}`) })}
            onClick={onEdit}
          >
            {t("edit")}
          </Button>
        ) : null}
      </div>
      <StepDocuments deal={deal} step={step.step} mayManage={mayManage} />
    </li>
  );
}

/** What the dealer answers for by law. */
function Warranty({ warranty }: { warranty: DealView["warranty"] }) {
  const t = useTranslations("deals");
  const formats = useFormats();
  if (warranty === null) return null;
  return (
    <p className="mt-4 rounded-card bg-sunken px-4 py-3 text-ink-muted text-sm">
      {t(warranty.applies ? "warranty" : "warrantyNone", {
        months: warranty.months,
        km: formats.km(warranty.km),
        age: warranty.maxAge,
        maxKm: formats.km(warranty.maxMileageKm),
      })}
      {warranty.until && warranty.untilKm !== null
        ? ` ${t("warrantyUntil", { day: formats.day(warranty.until), km: formats.km(warranty.untilKm) })}`
        : null}
    </p>
  );
}
