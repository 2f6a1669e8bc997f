"use client";

import type { SavedSearchAlert } from "@oto/domain";
import { SAVED_SEARCH_ALERTS } from "@oto/domain";
import { Field, Input, RadioGroup } from "@oto/ui";
import { useTranslations } from "next-intl";

/** As long as a name may be. */
const LONGEST_NAME = 80;

export interface SearchDraft {
  name: string;
  alert: SavedSearchAlert;
}

interface SearchFieldsProps {
  draft: SearchDraft;
  onChange: (draft: SearchDraft) => void;
}

/** How a saved search is called, and when its owner hears of matches. */
export function SearchFields({ draft, onChange }: SearchFieldsProps) {
  const t = useTranslations("searches");
  return (
    <div className="flex flex-col gap-5">
      <Field label={t("name")} hint={t("nameHint")}>
        <Input
          value={draft.name}
          maxLength={LONGEST_NAME}
          onChange={(event) => onChange({ ...draft, name: event.target.value })}
        />
      </Field>
      <Field label={t("alert")} group>
        <RadioGroup
          variant="cards"
          value={draft.alert}
          onValueChange={(alert) => onChange({ ...draft, alert })}
          options={SAVED_SEARCH_ALERTS.map((value) => ({
            value,
            label: t(`alerts.${value}`),
            description: t(`alertTexts.${value}`),
          }))}
        />
      </Field>
    </div>
  );
}
