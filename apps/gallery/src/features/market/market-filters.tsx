"use client";

import { FilterPanel, FilterSection, Switch } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useFormats } from "../labels/use-formats";
import { ChoiceSections } from "./choice-sections";
import { FacetList } from "./facet-list";
import { FLAG_PARAMS, NO_FILTERS } from "./market-params";
import { NearSection } from "./near-section";
import { RangeSection } from "./range-section";
import type { MarketSearch } from "./use-market-search";

interface MarketFiltersProps {
  search: MarketSearch;
  activeCount: number;
}

/** All filters of the market. */
export function MarketFilters({ search, activeCount }: MarketFiltersProps) {
  const t = useTranslations("market");
  const common = useTranslations("common");
  const formats = useFormats();
  const { state, change, total } = search;
  const showsSeries = search.chosen("make").length > 0 || search.chosen("series").length > 0;
  const showsModels = search.chosen("series").length > 0 || search.chosen("model").length > 0;
  const showsTrims = search.chosen("model").length > 0 || search.chosen("trim").length > 0;
  return (
    <FilterPanel
      labels={{
        title: t("filters"),
        open: t("filters"),
        close: common("close"),
        clear: common("clear"),
        apply:
          total === undefined ? t("filters") : t("showResults", { count: formats.number(total) }),
      }}
      activeCount={activeCount}
      onClear={() => change(NO_FILTERS)}
    >
      <FacetList param="make" search={search} />
      {showsSeries ? <FacetList param="series" search={search} /> : null}
      {showsModels ? <FacetList param="model" search={search} defaultOpen={false} /> : null}
      {showsTrims ? <FacetList param="trim" search={search} defaultOpen={false} /> : null}
      <RangeSection param="price" search={search} />
      <RangeSection param="year" search={search} />
      <RangeSection param="km" search={search} />
      <FilterSection title={t("filter.condition")}>
        <div className="flex flex-col gap-1">
          {FLAG_PARAMS.map((flag) => (
            <Switch
              key={flag}
              label={t(`flag.${flag}`)}
              checked={state[flag] === true || search.understood.some(({ key }) => key === flag)}
              onCheckedChange={(on) => {
                const chip = search.understood.find(({ key }) => key === flag);
                if (!on && chip) search.dropChip(chip);
                else change({ [flag]: on ? true : null });
              }}
            />
          ))}
        </div>
      </FilterSection>
      <FacetList param="fuel" search={search} />
      <FacetList param="transmission" search={search} />
      <FacetList param="bodyType" search={search} defaultOpen={false} />
      <FacetList param="province" search={search} defaultOpen={false} />
      <NearSection search={search} />
      <FacetList param="damage" search={search} defaultOpen={false} />
      <RangeSection param="engine" search={search} defaultOpen={false} />
      <RangeSection param="power" search={search} defaultOpen={false} />
      <FacetList param="color" search={search} defaultOpen={false} />
      <FacetList param="drivetrain" search={search} defaultOpen={false} />
      <ChoiceSections search={search} />
    </FilterPanel>
  );
}
