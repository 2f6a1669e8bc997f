"use client";

import { FilterSection, RadioGroup } from "@oto/ui";
import { useTranslations } from "next-intl";
import type { MarketSearch } from "./use-market-search";

const CHOICES = {
  maxPaintedPanels: { values: [0, 1, 2, 4], any: "anyPaint", label: "maxPainted", as: "count" },
  trustMin: { values: [50, 70, 85], any: "anyTrust", label: "trustMin", as: "score" },
  listedSinceDays: { values: [1, 3, 7, 30], any: "anyTime", label: "lastDays", as: "days" },
} as const;
const PARAMS = ["maxPaintedPanels", "trustMin", "listedSinceDays"] as const;
const ANY = "any";

/** Filters of one choice out of a few: painted panels, trust in the seller, age of the advert. */
export function ChoiceSections({ search }: { search: MarketSearch }) {
  const t = useTranslations("market");
  return PARAMS.map((param) => {
    const { any, as, label, values } = CHOICES[param];
    const chosen = search.state[param];
    return (
      <FilterSection
        key={param}
        title={t(`filter.${param}`)}
        summary={chosen === null ? undefined : t(label, { [as]: chosen })}
        defaultOpen={false}
      >
        <RadioGroup
          label={t(`filter.${param}`)}
          options={[
            { value: ANY, label: t(any) },
            ...values.map((value) => ({ value: String(value), label: t(label, { [as]: value }) })),
          ]}
          value={chosen === null ? ANY : String(chosen)}
          onValueChange={(value) =>
            search.change({ [param]: value === ANY ? null : Number(value) })
          }
        />
      </FilterSection>
    );
  });
}
