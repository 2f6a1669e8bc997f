"use client";

import { Checkbox } from "@oto/ui/form";
import { FilterPanel, FilterSection } from "@oto/ui/navigation";
import { useTranslations } from "next-intl";
import type { SearchAnswer } from "../vehicle/listing.types";
import { FacetFilter } from "./facet-filter";
import { RangeFilter } from "./range-filter";
import type { RangeName, SearchParams } from "./search-params";
import { activeFilters, SWITCHES } from "./search-params";
import type { useSearch } from "./use-search-params";

interface SearchFiltersProps {
  search: ReturnType<typeof useSearch>;
  facets: SearchAnswer["facets"] | undefined;
  total: number;
}

/** All filters, with what each of them would find. */
export function SearchFilters({ search, facets, total }: SearchFiltersProps) {
  const t = useTranslations("search");
  return (
    <FilterPanel
      labels={{
        title: t("filters"),
        open: t("openFilters"),
        close: t("closeFilters"),
        clear: t("clear"),
        apply: t("apply", { count: total }),
      }}
      activeCount={activeFilters(search.params)}
      onClear={search.clear}
    >
      <FilterList search={search} facets={facets} />
    </FilterPanel>
  );
}

/** Choices that the address may hold, out of what a list of checkboxes says. */
const known = <T extends string>(values: readonly string[]): T[] => values as T[];

function FilterList({ search, facets }: Omit<SearchFiltersProps, "total">) {
  const t = useTranslations("search");
  const { params, setParams } = search;
  const list = (name: "make" | "fuel" | "transmission" | "bodyType" | "drivetrain" | "color") => ({
    title: t(name),
    choices: facets?.[name] ?? [],
    value: params[name],
    onValueChange: (value: string[]) => setParams({ [name]: orNone(known(value)) }),
  });
  return (
    <>
      <FacetFilter
        {...list("make")}
        onValueChange={(make) => setParams({ make: orNone(make), series: null })}
      />
      {params.make.length > 0 || params.series.length > 0 ? (
        <FacetFilter
          title={t("series")}
          choices={facets?.series ?? []}
          value={params.series}
          onValueChange={(series) => setParams({ series: orNone(series) })}
        />
      ) : null}
      <RangeFilter {...range("price", search, facets)} title={`${t("price")} (₺)`} />
      <RangeFilter {...range("year", search, facets)} title={t("year")} grouping={false} />
      <RangeFilter {...range("km", search, facets)} title={t("km")} />
      <FacetFilter {...list("fuel")} />
      <FacetFilter {...list("transmission")} />
      <FilterSection title={t("condition")}>
        {SWITCHES.map((name) => (
          <Checkbox
            key={name}
            label={t(name)}
            checked={params[name]}
            onCheckedChange={(on) => setParams({ [name]: on ? true : null })}
          />
        ))}
      </FilterSection>
      <FacetFilter
        title={t("province")}
        choices={facets?.province ?? []}
        value={params.province.map(String)}
        onValueChange={(codes) => setParams({ province: orNone(codes.map(Number)) })}
        defaultOpen={false}
      />
      <FacetFilter {...list("bodyType")} defaultOpen={false} />
      <FacetFilter {...list("color")} defaultOpen={false} />
      <FacetFilter {...list("drivetrain")} defaultOpen={false} />
    </>
  );
}

/** An empty list leaves the address. */
const orNone = <T,>(values: T[]): T[] | null => (values.length === 0 ? null : values);

function range(
  name: RangeName,
  {
    params,
    setParams,
  }: { params: SearchParams; setParams: SearchFiltersProps["search"]["setParams"] },
  facets: SearchAnswer["facets"] | undefined,
) {
  return {
    value: [params[`${name}Min`], params[`${name}Max`]] as const,
    bars: (facets?.[name] ?? []).map((bar) => bar.count),
    onValueChange: ([low, high]: readonly [number | null, number | null]) =>
      setParams({ [`${name}Min`]: low, [`${name}Max`]: high }),
  };
}
