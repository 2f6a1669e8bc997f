"use client";

import { GALLERY_REASON_MAX } from "@oto/domain";
import { Callout, Chip, Field, Textarea } from "@oto/ui";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { addReason } from "./add-reason";

/** Decisions whose reason the gallery is told. */
export type Refusal = "reject" | "suspend";

const TEMPLATES = {
  reject: ["licence", "licenceExpired", "tax", "name", "address", "duplicate"],
  suspend: ["licenceExpired", "complaint", "misleading", "request"],
} as const satisfies Record<Refusal, readonly string[]>;

interface ReasonFormProps {
  /** For a submit button that stands elsewhere. */
  id: string;
  decision: Refusal;
  problem: string | null;
  onSubmit: (reason: string) => void;
}

/** A reason to write: ready ones to start from, free to edit. */
export function ReasonForm({ id, decision, problem, onSubmit }: ReasonFormProps) {
  const t = useTranslations("review");
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const change = (text: string) => {
    setMissing(false);
    setReason(text.slice(0, GALLERY_REASON_MAX));
  };
  return (
    <form
      id={id}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() === "") setMissing(true);
        else onSubmit(reason.trim());
      }}
      className="flex flex-col gap-5"
    >
      {problem === null ? null : (
        <Callout tone="danger" role="alert" title={t("decisionFailed")}>
          {problem}
        </Callout>
      )}
      <fieldset>
        <legend className="font-medium text-[0.9375rem] text-ink">{t("templates")}</legend>
        <p className="mt-1 text-ink-subtle text-sm">{t("templatesHint")}</p>
        <div className="mt-3 flex flex-wrap gap-2">
          {TEMPLATES[decision].map((template) => {
            const textKey: string = `${decision}Texts.${template}`;
            const labelKey: string = `${decision}Templates.${template}`;
            return (
              <Chip
                key={template}
                icon={<Plus aria-hidden="true" />}
                selected={reason.includes(t(textKey))}
                onPress={() => change(addReason(reason, t(textKey)))}
              >
                {t(labelKey)}
              </Chip>
            );
          })}
        </div>
      </fieldset>
      <Field
        label={t("reason")}
        hint={t("reasonHint")}
        error={missing ? t("reasonRequired") : undefined}
        note={t("reasonLength", { count: reason.length, max: GALLERY_REASON_MAX })}
        required
      >
        <Textarea
          rows={6}
          maxLength={GALLERY_REASON_MAX}
          value={reason}
          onChange={(event) => change(event.target.value)}
        />
      </Field>
    </form>
  );
}
