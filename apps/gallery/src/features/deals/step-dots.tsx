"use client";

import type { DealStepState } from "@oto/domain";
import { cn } from "@oto/ui";
import { useTranslations } from "next-intl";
import type { DealCardView } from "./deal-views";

const FILL: Record<DealStepState, string> = {
  OPEN: "bg-control/40",
  SCHEDULED: "bg-info-strong",
  DONE: "bg-success-strong",
  NOT_NEEDED: "bg-success-strong/50",
};

/** How far a checklist is: a bar a step, with its words for screen readers. */
export function StepDots({ steps }: { steps: DealCardView["steps"] }) {
  const t = useTranslations("deals");
  const done = steps.filter(({ state }) => state === "DONE" || state === "NOT_NEEDED").length;
  return (
    <span
      role="img"
      aria-label={t("checklistProgress", { done, of: steps.length })}
      className="inline-flex items-center gap-1"
    >
      {steps.map(({ state, step }) => (
        <span key={step} aria-hidden="true" className={cn("h-1.5 w-5 rounded-full", FILL[state])} />
      ))}
    </span>
  );
}
