"use client";

import type { Sort } from "@oto/domain";
import { SORTS } from "@oto/domain";
import { PageHeader, Select } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useFormats } from "../labels/use-formats";
import { MarketChips } from "./market-chips";
import { MarketFilters } from "./market-filters";
import { MarketResults } from "./market-results";
import { MarketSearchBox } from "./market-search-box";
import { useActiveFilters } from "./use-active-filters";
import { useMarketSearch } from "./use-market-search";

/** The market: words, filters, what was found. */
export function MarketPage() {
  const t = useTranslations("market");
  const formats = useFormats();
  const search = useMarketSearch();
  const active = useActiveFilters(search);
  const { state, total, change } = search;
  const sorts = SORTS.filter((sort) => sort !== "relevance" || state.q !== "");
  const sort: Sort = state.sort ?? (state.q === "" ? "newest" : "relevance");
  const found =
    total === undefined
      ? ""
      : t(search.totalIsExact ? "total" : "totalAbout", { count: total, n: formats.number(total) });
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        below={<MarketSearchBox value={state.q} onSearch={(q) => change({ q: q || null })} />}
      />
      <div className="flex items-start gap-6 max-lg:flex-col max-lg:items-stretch">
        <div className="contents max-lg:hidden">
          <MarketFilters search={search} activeCount={active.length} />
        </div>
        <div className="min-w-0 flex-1">
          <div className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-3">
            <p role="status" className="min-w-0 flex-1 font-medium text-ink-muted">
              {found}
            </p>
            <div className="flex items-center gap-2 max-sm:w-full">
              <div className="lg:hidden">
                <MarketFilters search={search} activeCount={active.length} />
              </div>
              <Select
                aria-label={t("sort")}
                options={sorts.map((value) => ({ value, label: t(`sorts.${value}`) }))}
                value={sorts.includes(sort) ? sort : "newest"}
                onValueChange={(value) => change({ sort: value })}
                className="w-48 max-sm:w-auto max-sm:flex-1"
              />
            </div>
          </div>
          <div className="mb-4 empty:hidden">
            <MarketChips search={search} active={active} />
          </div>
          <MarketResults search={search} />
        </div>
      </div>
    </>
  );
}
