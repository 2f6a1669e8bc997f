"use client";

import { hasChip, withoutChip } from "@oto/domain";
import { Chip } from "@oto/ui/display";
import { useTranslations } from "next-intl";
import type { SearchAnswer } from "../vehicle/listing.types";

interface UnderstoodChipsProps {
  query: string;
  chips: SearchAnswer["understood"];
  onQuery: (query: string) => void;
}

/** What was read out of the words; taking a chip away takes its words away. */
export function UnderstoodChips({ query, chips, onQuery }: UnderstoodChipsProps) {
  const t = useTranslations("search");
  // The last answer stays until the next one is here; what its words meant goes with its words.
  const shown = chips.filter((chip) => hasChip(query, chip));
  if (shown.length === 0) return null;
  return (
    <ul aria-label={t("understood")} className="flex flex-wrap items-center gap-2">
      {shown.map((chip) => (
        <li key={`${chip.key}-${chip.text}`}>
          <Chip
            selected
            onRemove={() => onQuery(withoutChip(query, chip))}
            removeLabel={t("removeChip", { label: chip.label })}
          >
            {chip.label}
          </Chip>
        </li>
      ))}
    </ul>
  );
}
