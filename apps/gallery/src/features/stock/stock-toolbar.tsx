"use client";

import { RadioGroup, Select } from "@oto/ui";
import { LayoutGrid, Rows3 } from "lucide-react";
import { useTranslations } from "next-intl";
import { StockSearch } from "./stock-search";
import type { SetStockFilters, StockFilters } from "./use-stock-filters";
import { STOCK_SORTS } from "./use-stock-filters";

interface StockToolbarProps {
  filters: StockFilters;
  setFilters: SetStockFilters;
}

const hiddenLabel = (text: string) => <span className="sr-only">{text}</span>;

/** Search, order and view of the list. */
export function StockToolbar({ filters, setFilters }: StockToolbarProps) {
  const t = useTranslations("stock");
  return (
    <div className="contents lg:flex lg:items-center lg:gap-2">
      <div className="order-1 min-w-56 flex-1 max-lg:w-full max-lg:flex-none">
        <StockSearch value={filters.q} onChange={(q) => void setFilters({ q: q || null })} />
      </div>
      <Select
        aria-label={t("sort")}
        options={STOCK_SORTS.map((value) => ({ value, label: t(`sort_${value}`) }))}
        value={filters.sirala}
        onValueChange={(sirala) => void setFilters({ sirala })}
        className="order-2 w-56 max-lg:w-auto max-lg:min-w-0 max-lg:flex-1"
      />
      <RadioGroup
        variant="segments"
        label={t("view")}
        value={filters.gorunum}
        className="order-2 shrink-0 max-sm:hidden"
        onValueChange={(gorunum) => void setFilters({ gorunum })}
        options={[
          {
            value: "kart",
            label: hiddenLabel(t("viewCards")),
            icon: <LayoutGrid aria-hidden="true" />,
          },
          {
            value: "tablo",
            label: hiddenLabel(t("viewTable")),
            icon: <Rows3 aria-hidden="true" />,
          },
        ]}
      />
    </div>
  );
}
