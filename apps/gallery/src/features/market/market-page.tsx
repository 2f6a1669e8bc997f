"use client";

import { SORTS } from "@oto/domain";
import { PageHeader, Select } from "@oto/ui";
import { useTranslations } from "next-intl";
import { CompareTray } from "../compare/compare-tray";
import { useFormats } from "../labels/use-formats";
import { SaveSearch } from "../searches/save-search";
import { useOpenedSearch } from "../searches/use-opened-search";
import { ProvinceMap } from "./map/province-map";
import { MarketChips } from "./market-chips";
import { MarketFilters } from "./market-filters";
import { MarketResults } from "./market-results";
import { MarketSearchBox } from "./market-search-box";
import { useActiveFilters } from "./use-active-filters";
import { useMarketSearch } from "./use-market-search";
import { ViewSwitch } from "./view-switch";

/** The market: words, filters, what was found. */
export function MarketPage() {
  const t = useTranslations("market");
  const formats = useFormats();
  const search = useMarketSearch();
  const active = useActiveFilters(search);
  const { change, sort, state, total } = search;
  useOpenedSearch();
  const sorts = SORTS.filter((each) => each !== "relevance" || state.q !== "");
  const found =
    total === undefined
      ? ""
      : t(search.totalIsExact ? "total" : "totalAbout", { count: total, n: formats.number(total) });
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={<SaveSearch search={search} active={active} />}
        below={<MarketSearchBox value={state.q} onChange={change} />}
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
            <ViewSwitch view={state.view} onChange={(view) => change({ view })} />
            <div className="flex items-center gap-2 max-sm:w-full">
              <div className="lg:hidden">
                <MarketFilters search={search} activeCount={active.length} />
              </div>
              <Select
                aria-label={t("sort")}
                options={sorts.map((value) => ({ value, label: t(`sorts.${value}`) }))}
                value={sort}
                onValueChange={(value) => change({ sort: value })}
                className="w-48 max-sm:w-auto max-sm:flex-1"
              />
            </div>
          </div>
          <div className="mb-4 empty:hidden">
            <MarketChips search={search} active={active} />
          </div>
          {state.view === "map" ? <ProvinceMap search={search} /> : null}
          <MarketResults search={search} />
        </div>
      </div>
      <CompareTray />
    </>
  );
}
