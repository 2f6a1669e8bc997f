"use client";

import { Button, Chip } from "@oto/ui";
import { Sparkles } from "lucide-react";
import { useTranslations } from "next-intl";
import { NO_FILTERS } from "./market-params";
import type { useActiveFilters } from "./use-active-filters";
import type { MarketSearch } from "./use-market-search";

interface MarketChipsProps {
  search: MarketSearch;
  active: ReturnType<typeof useActiveFilters>;
}

/** What was understood of the words and what was chosen, each to be taken away. */
export function MarketChips({ search, active }: MarketChipsProps) {
  const t = useTranslations("market");
  const { understood } = search;
  if (understood.length + active.length === 0) return null;
  return (
    <ul aria-label={t("activeFilters")} className="flex flex-wrap items-center gap-2">
      {understood.map((chip) => (
        <li key={`${chip.key}:${chip.value}`} className="max-w-full">
          <Chip
            icon={<Sparkles aria-label={t("understood")} role="img" />}
            className="border-brand bg-brand-soft text-brand-strong"
            removeLabel={t("removeFilter", { name: chip.label })}
            onRemove={() => search.dropChip(chip)}
          >
            {chip.label}
          </Chip>
        </li>
      ))}
      {active.map(({ id, label, remove }) => (
        <li key={id} className="max-w-full">
          <Chip removeLabel={t("removeFilter", { name: label })} onRemove={remove}>
            {label}
          </Chip>
        </li>
      ))}
      <li>
        <Button
          variant="ghost"
          size="sm"
          onClick={() =>
            search.change({ ...NO_FILTERS, q: search.query.data?.pages[0]?.rest ?? "" })
          }
        >
          {t("clearAll")}
        </Button>
      </li>
    </ul>
  );
}
