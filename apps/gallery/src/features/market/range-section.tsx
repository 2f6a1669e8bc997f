"use client";

import { Field, FilterSection, NumberInput } from "@oto/ui";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { intlLocale } from "../../i18n/locale";
import { FacetBars } from "./facet-bars";
import { foldBars } from "./fold-bars";
import type { RangeParam } from "./market-params";
import type { FacetBar } from "./market-views";
import type { MarketSearch } from "./use-market-search";

const LOW = { price: "priceMin", year: "yearMin", km: "kmMin" } as const;
const HIGH = { price: "priceMax", year: "yearMax", km: "kmMax" } as const;
const UNIT = { price: "₺", year: undefined, km: "km" } as const;

/** As many bars as have room for a finger in the column of filters. */
const MOST_BARS = 9;

/** Bars of prices come in kuruş, the address and the fields have whole lira. */
function inShownUnits(param: RangeParam, bars: readonly FacetBar[]): FacetBar[] {
  if (param !== "price") return [...bars];
  return bars.map(({ from, to, count }) => ({
    from: from / 100,
    to: to === null ? null : to / 100,
    count,
  }));
}

interface BoundProps {
  label: string;
  value: number | null;
  unit: string | undefined;
  grouping: boolean;
  onCommit: (value: number | null) => void;
}

/** One end of a range; asked for when it is left or entered, not at every digit. */
function Bound({ label, value, unit, grouping, onCommit }: BoundProps) {
  const locale = intlLocale(useLocale());
  const [draft, setDraft] = useState<number | null | undefined>(undefined);
  const commit = () => {
    if (draft !== undefined && draft !== value) onCommit(draft);
    setDraft(undefined);
  };
  return (
    <Field label={label}>
      <NumberInput
        locale={locale}
        grouping={grouping}
        unit={unit}
        value={draft === undefined ? value : draft}
        onValueChange={setDraft}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === "Enter") commit();
        }}
      />
    </Field>
  );
}

interface RangeSectionProps {
  param: RangeParam;
  search: MarketSearch;
}

/** From – to, over a picture of what there is. */
export function RangeSection({ param, search }: RangeSectionProps) {
  const t = useTranslations("market");
  const low = search.state[LOW[param]];
  const high = search.state[HIGH[param]];
  const bars = inShownUnits(param, foldBars(search.facets?.[param] ?? [], MOST_BARS));
  return (
    <FilterSection title={t(`filter.${param}`)}>
      <FacetBars
        bars={bars}
        low={low}
        high={high}
        param={param}
        onPick={(from, to) => search.change({ [LOW[param]]: from, [HIGH[param]]: to })}
      />
      <div className="grid grid-cols-2 gap-3">
        <Bound
          label={t("rangeMin")}
          value={low}
          unit={UNIT[param]}
          grouping={param !== "year"}
          onCommit={(value) => search.change({ [LOW[param]]: value })}
        />
        <Bound
          label={t("rangeMax")}
          value={high}
          unit={UNIT[param]}
          grouping={param !== "year"}
          onCommit={(value) => search.change({ [HIGH[param]]: value })}
        />
      </div>
    </FilterSection>
  );
}
