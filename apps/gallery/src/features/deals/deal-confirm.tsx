"use client";

import { Button, Callout, ConfirmDialog } from "@oto/ui";
import { Handshake } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormats } from "../labels/use-formats";
import type { DealView } from "./deal-views";
import { useDealMoves } from "./use-deal-moves";

interface DealConfirmProps {
  deal: DealView;
  counterpart: string;
  mayManage: boolean;
}

/** Both sides' words: whose is there, whose is missing, and the button that gives one's own. */
export function DealConfirm({ deal, counterpart, mayManage }: DealConfirmProps) {
  const t = useTranslations("deals");
  const common = useTranslations("common");
  const domain = useTranslations("domain");
  const formats = useFormats();
  const { confirm } = useDealMoves();
  const [open, setOpen] = useState(false);
  const { mine, openSteps, silentAt, theirs } = deal.confirmation;
  if (deal.status !== "OPEN" || deal.dispute?.status === "OPEN") return null;
  const until = silentAt ? formats.instant(silentAt) : "";
  return (
    <div className="flex flex-col gap-3">
      {mine !== null && theirs === null ? (
        <Callout tone="info" role="status" title={t("waitingTheirs", { name: counterpart })}>
          {t("waitingTheirsText", { until })}
        </Callout>
      ) : null}
      {theirs !== null && mine === null ? (
        <Callout tone="warn" role="status" title={t("waitingYours", { name: counterpart })}>
          {t("waitingYoursText", { until })}
        </Callout>
      ) : null}
      {mayManage && mine === null ? (
        <>
          <Button
            variant="accent"
            size="lg"
            className="max-sm:w-full sm:w-fit"
            icon={<Handshake aria-hidden="true" />}
            disabled={!deal.actions.includes("confirm")}
            onClick={() => setOpen(true)}
          >
            {t("confirm")}
          </Button>
          {deal.actions.includes("confirm") ? null : (
            <p className="text-ink-muted text-sm">
              {t("stepsOpen", {
                steps: openSteps.map((step) => domain(`dealStep.${step}`)).join(", "),
              })}
            </p>
          )}
        </>
      ) : null}
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={t("confirmTitle")}
        description={t(theirs === null ? "confirmFirst" : "confirmSecond", { name: counterpart })}
        confirmLabel={t("confirm")}
        cancelLabel={common("cancel")}
        busy={confirm.isPending}
        onConfirm={() =>
          confirm.mutate({ dealId: deal.dealId }, { onSettled: () => setOpen(false) })
        }
      />
    </div>
  );
}
