"use client";

import { Button, Card, UiLink } from "@oto/ui";
import { LifeBuoy } from "lucide-react";
import { useTranslations } from "next-intl";
import { usePermission } from "../session/session-provider";
import { EvidenceSheet } from "../support/evidence-sheet";
import type { DisputeView } from "./dispute-views";

/** Where the staff talk with who disputes, and what the two galleries wrote to one another. */
export function DisputeTalk({ dispute }: { dispute: DisputeView }) {
  const t = useTranslations("disputes");
  const mayRead = usePermission("support:read");
  const { supportCase } = dispute;
  return (
    <Card title={t("talk")} description={t(supportCase === null ? "talkSoon" : "talkText")}>
      {supportCase === null || !mayRead ? null : (
        <div className="flex flex-col gap-2">
          <Button asChild variant="secondary" className="min-h-11">
            <UiLink href={`/destek/${supportCase.caseId}`}>
              <LifeBuoy aria-hidden="true" />
              {t("toCase", { number: supportCase.number })}
            </UiLink>
          </Button>
          {supportCase.hasRoom ? <EvidenceSheet caseId={supportCase.caseId} /> : null}
        </div>
      )}
    </Card>
  );
}
