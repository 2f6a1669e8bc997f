"use client";

import type { Sort } from "@oto/domain";
import { SORTS } from "@oto/domain";
import { Select } from "@oto/ui/form";
import { useTranslations } from "next-intl";
import { ListingResults, NothingFound } from "./listing-results";
import { SearchBox } from "./search-box";
import { SearchFilters } from "./search-filters";
import { activeFilters, toSearchInput } from "./search-params";
import { UnderstoodChips } from "./understood-chips";
import type { FirstPage } from "./use-listings";
import { useListings } from "./use-listings";
import { useSearch } from "./use-search-params";

/** Visitors name no place to measure a distance from. */
const PUBLIC_SORTS = SORTS.filter((sort) => sort !== "distance");

/** The public market: words, filters, what was found. */
export function SearchView({ first }: { first: FirstPage | null }) {
  const t = useTranslations("search");
  const search = useSearch();
  const { params, setParams, clear } = search;
  const listings = useListings(toSearchInput(params), first);
  const { head, total, query } = listings;
  const count =
    head === null || query.isError
      ? ""
      : t(head.totalIsExact ? "count" : "countAbout", { count: total });
  return (
    <div className="flex flex-col gap-4">
      <SearchBox query={params.q} onSearch={(q) => setParams({ q: q === "" ? null : q })} />
      <UnderstoodChips
        query={params.q}
        chips={head?.understood ?? []}
        onQuery={(q) => setParams({ q: q === "" ? null : q })}
      />
      <div className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] items-start gap-x-3 gap-y-4 lg:grid-cols-[18rem_minmax(0,1fr)] lg:gap-x-6">
        <SearchFilters search={search} facets={head?.facets} total={total} />
        {/* On phones its rows are rows of the grid: filters and order share the first. */}
        <div className="contents lg:flex lg:min-w-0 lg:flex-col lg:gap-4">
          <div className="flex flex-wrap items-center justify-end gap-x-4 gap-y-2 lg:justify-between">
            <p role="status" className="font-medium text-ink-muted max-sm:order-last">
              {count}
            </p>
            <SortSelect value={params.sort} onValueChange={(sort) => setParams({ sort })} />
          </div>
          <section aria-label={t("results")} className="max-lg:col-span-2">
            <ListingResults
              listings={listings}
              empty={<NothingFound onClear={activeFilters(params) > 0 ? clear : undefined} />}
            />
          </section>
        </div>
      </div>
    </div>
  );
}

interface SortSelectProps {
  value: Sort | null;
  onValueChange: (sort: Sort) => void;
}

function SortSelect({ value, onValueChange }: SortSelectProps) {
  const t = useTranslations("search");
  return (
    <Select
      aria-label={t("sort")}
      className="w-56 max-sm:w-44"
      value={value ?? "relevance"}
      onValueChange={onValueChange}
      options={PUBLIC_SORTS.map((sort) => ({ value: sort, label: t(`sorts.${sort}`) }))}
    />
  );
}
