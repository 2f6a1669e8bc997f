"use client";

import { Field, FilterSection, NumberInput } from "@oto/ui";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { intlLocale } from "../../i18n/locale";
import { foldBars } from "./fold-bars";
import { HistogramSlider } from "./histogram-slider";
import type { RangeParam } from "./market-params";
import { MINOR, RANGE_ENDS } from "./market-params";
import type { FacetBar } from "./market-views";
import type { MarketSearch } from "./use-market-search";

const UNIT = { price: "₺", year: undefined, km: "km", engine: "cc", power: "hp" } as const;

/** As many steps as a finger can tell apart in the column of filters. */
const MOST_BARS = 18;

/** Bars of prices come in kuruş, the address and the fields have whole lira. */
function inShownUnits(param: RangeParam, bars: readonly FacetBar[]): FacetBar[] {
  if (param !== "price") return [...bars];
  return bars.map(({ from, to, count }) => ({
    from: from / MINOR,
    to: to === null ? null : to / MINOR,
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
  defaultOpen?: boolean;
}

/** From – to: a slider over a picture of what there is, and two fields for those who know exactly. */
export function RangeSection({ param, search, defaultOpen = true }: RangeSectionProps) {
  const t = useTranslations("market");
  const [min, max] = RANGE_ENDS[param];
  const low = search.state[min];
  const high = search.state[max];
  const bars = inShownUnits(param, foldBars(search.facets?.[param] ?? [], MOST_BARS));
  return (
    <FilterSection
      title={t(`filter.${param}`)}
      defaultOpen={defaultOpen || low !== null || high !== null}
    >
      <HistogramSlider
        bars={bars}
        low={low}
        high={high}
        param={param}
        onCommit={(range) => search.change({ [min]: range.low, [max]: range.high })}
      />
      <div className="grid grid-cols-2 gap-3">
        <Bound
          label={t("rangeMin")}
          value={low}
          unit={UNIT[param]}
          grouping={param !== "year"}
          onCommit={(value) => search.change({ [min]: value })}
        />
        <Bound
          label={t("rangeMax")}
          value={high}
          unit={UNIT[param]}
          grouping={param !== "year"}
          onCommit={(value) => search.change({ [max]: value })}
        />
      </div>
    </FilterSection>
  );
}
