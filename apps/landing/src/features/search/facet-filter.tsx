"use client";

import { CheckboxList } from "@oto/ui/form";
import { FilterSection } from "@oto/ui/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { intlLocale } from "../../i18n/locale";

const SHORT = 6;

interface Choice {
  value: string;
  label: string;
  count: number;
}

interface FacetFilterProps {
  title: string;
  choices: readonly Choice[];
  value: readonly string[];
  onValueChange: (value: string[]) => void;
  defaultOpen?: boolean;
}

/** One filter of several choices with their counts; long lists start short. */
export function FacetFilter({
  title,
  choices,
  value,
  onValueChange,
  defaultOpen = true,
}: FacetFilterProps) {
  const t = useTranslations("search");
  const locale = useLocale();
  const [all, setAll] = useState(false);
  const picked = choices.filter((choice) => value.includes(choice.value));
  if (choices.length === 0) return null;
  const rest = choices.filter((choice) => !value.includes(choice.value));
  const ordered = [...picked, ...rest];
  const shown = all ? ordered : ordered.slice(0, Math.max(SHORT, picked.length));
  const write = (count: number) => new Intl.NumberFormat(intlLocale(locale)).format(count);
  return (
    <FilterSection
      title={title}
      summary={picked.map((choice) => choice.label).join(", ")}
      defaultOpen={defaultOpen || picked.length > 0}
    >
      <CheckboxList
        label={title}
        options={shown.map(({ value: choice, label, count }) => ({
          value: choice,
          label,
          trailing: write(count),
        }))}
        value={value}
        onValueChange={onValueChange}
      />
      {ordered.length > SHORT ? (
        <button
          type="button"
          aria-expanded={all}
          onClick={() => setAll(!all)}
          className="mt-1 inline-flex min-h-11 items-center font-medium text-brand-strong text-sm underline underline-offset-4"
        >
          {all ? t("showLess") : t("showAll", { count: ordered.length })}
        </button>
      ) : null}
    </FilterSection>
  );
}
