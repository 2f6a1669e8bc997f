"use client";

import { Field, NumberInput } from "@oto/ui/form";
import { FilterSection } from "@oto/ui/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { intlLocale } from "../../i18n/locale";

type Bounds = readonly [number | null, number | null];

interface RangeFilterProps {
  title: string;
  value: Bounds;
  onValueChange: (value: Bounds) => void;
  /** Heights of the histogram of what there is, lowest first. */
  bars: readonly number[];
  /** `false` for years. */
  grouping?: boolean;
  defaultOpen?: boolean;
}

/** From–to, over a small histogram; asked for when a field is left or Enter is pressed. */
export function RangeFilter(props: RangeFilterProps) {
  const { title, value, onValueChange, bars, grouping = true, defaultOpen = true } = props;
  const t = useTranslations("search");
  const locale = intlLocale(useLocale());
  const [draft, setDraft] = useState<Bounds>(value);
  const [seen, setSeen] = useState<Bounds>(value);
  if (seen[0] !== value[0] || seen[1] !== value[1]) {
    setSeen(value);
    setDraft(value);
  }
  const commit = () => {
    if (draft[0] !== value[0] || draft[1] !== value[1]) onValueChange(draft);
  };
  const set = value[0] !== null || value[1] !== null;
  const tallest = Math.max(1, ...bars);
  const shared = {
    locale,
    grouping,
    onBlur: commit,
    onKeyDown: (event: { key: string }) => {
      if (event.key === "Enter") commit();
    },
  };
  return (
    <FilterSection title={title} defaultOpen={defaultOpen || set}>
      {bars.length > 1 ? (
        <div aria-hidden="true" className="mb-2 flex h-9 items-end gap-px">
          {bars.map((bar, index) => (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
              key={index}
              className="flex-1 rounded-t-[2px] bg-brand/35"
              style={{ height: `${Math.max(bar > 0 ? 8 : 0, (bar / tallest) * 100)}%` }}
            />
          ))}
        </div>
      ) : null}
      <div className="grid grid-cols-2 gap-2">
        <Field label={t("minOf", { name: title })} hideLabel>
          <NumberInput
            {...shared}
            value={draft[0]}
            onValueChange={(low) => setDraft([low, draft[1]])}
            placeholder={t("min")}
          />
        </Field>
        <Field label={t("maxOf", { name: title })} hideLabel>
          <NumberInput
            {...shared}
            value={draft[1]}
            onValueChange={(high) => setDraft([draft[0], high])}
            placeholder={t("max")}
          />
        </Field>
      </div>
    </FilterSection>
  );
}
