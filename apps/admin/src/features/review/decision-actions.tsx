"use client";

import { Button, Callout } from "@oto/ui";
import { Ban, Check, Play, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { usePermission } from "../session/session-provider";
import { ConfirmDecision } from "./confirm-decision";
import type { GalleryDetail } from "./gallery-detail";
import { ReasonSheet } from "./reason-sheet";
import type { Decision } from "./use-decision";
import { useDecision } from "./use-decision";

const REFUSALS = ["reject", "suspend"] as const;

/** The decisions that the gallery's state and the person's role allow. */
export function DecisionActions({ detail }: { detail: GalleryDetail }) {
  const t = useTranslations("review");
  const mayReview = usePermission("gallery:review");
  const maySuspend = usePermission("gallery:suspend");
  const { decide, busy } = useDecision(detail);
  const [asking, setAsking] = useState<Decision | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const failedChecks = detail.checks.filter(({ outcome }) => outcome === "failed").length;

  const may = (decision: Decision) =>
    detail.actions.includes(decision) &&
    (decision === "approve" || decision === "reject" ? mayReview : maySuspend);
  const ask = (decision: Decision) => {
    setProblem(null);
    setAsking(decision);
  };
  const submit = async (decision: Decision, reason?: string) => {
    setProblem(null);
    const refused = await decide(decision, reason);
    setProblem(refused);
    if (refused === null) setAsking(null);
  };

  return (
    <>
      {problem !== null && asking === null ? (
        <Callout tone="danger" role="alert" title={t("decisionFailed")} className="w-full">
          {problem}
        </Callout>
      ) : null}
      {may("reject") ? (
        <Button
          variant="secondary"
          icon={<X aria-hidden="true" />}
          disabled={busy}
          onClick={() => ask("reject")}
        >
          {t("reject")}
        </Button>
      ) : null}
      {may("approve") ? (
        <Button
          icon={<Check aria-hidden="true" />}
          loading={busy && asking === null}
          onClick={() => (failedChecks > 0 ? ask("approve") : void submit("approve"))}
        >
          {t("approve")}
        </Button>
      ) : null}
      {may("suspend") ? (
        <Button
          variant="dangerSoft"
          icon={<Ban aria-hidden="true" />}
          disabled={busy}
          onClick={() => ask("suspend")}
        >
          {t("suspend")}
        </Button>
      ) : null}
      {may("reactivate") ? (
        <Button
          icon={<Play aria-hidden="true" />}
          disabled={busy}
          onClick={() => ask("reactivate")}
        >
          {t("reactivate")}
        </Button>
      ) : null}
      <ConfirmDecision
        key={asking ?? "none"}
        decision={asking === "approve" || asking === "reactivate" ? asking : null}
        name={detail.gallery.name}
        failedChecks={failedChecks}
        problem={problem}
        busy={busy}
        onClose={() => setAsking(null)}
        onConfirm={submit}
      />
      {REFUSALS.map((refusal) => (
        <ReasonSheet
          key={refusal}
          decision={refusal}
          open={asking === refusal}
          name={detail.gallery.name}
          problem={problem}
          busy={busy}
          onClose={() => setAsking(null)}
          onSubmit={submit}
        />
      ))}
    </>
  );
}
