"use client";

import { Combobox, Field, FilterPanel, FilterSection, NumberInput } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useComboboxLabels } from "../form/use-combobox-labels";
import { useCatalog } from "../vehicle-form/use-catalog";
import { activeFilters, PANEL_FILTERS } from "./stock-query";
import type { SetStockFilters, StockFilters } from "./use-stock-filters";

interface StockFilterPanelProps {
  filters: StockFilters;
  setFilters: SetStockFilters;
  /** How many vehicles fit. */
  total: number;
}

const RANGES = [
  { id: "price", min: "fiyatMin", max: "fiyatMax", grouping: true },
  { id: "year", min: "yilMin", max: "yilMax", grouping: false },
  { id: "km", min: "kmMin", max: "kmMax", grouping: true },
] as const;

const CLEARED = Object.fromEntries(PANEL_FILTERS.map((name) => [name, null]));
/** Somebody who types `1250000` asks one question, not seven. */
const TYPING_MS = 450;

interface BoundInputProps {
  label: string;
  value: number | null;
  grouping: boolean;
  onChange: (value: number | null) => void;
}

function BoundInput({ label, value, grouping, onChange }: BoundInputProps) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => onChange(typed), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);
  return (
    <Field label={label}>
      <NumberInput value={typed} grouping={grouping} onValueChange={setTyped} />
    </Field>
  );
}

/** Make and ranges: beside the list on a desk, in a sheet on a phone. */
export function StockFilterPanel({ filters, setFilters, total }: StockFilterPanelProps) {
  const t = useTranslations("stock");
  const common = useTranslations("common");
  const labels = useComboboxLabels();
  const { makes } = useCatalog({ makeId: null, seriesId: null, modelId: null });
  return (
    <FilterPanel
      labels={{
        title: t("filters"),
        open: t("openFilters"),
        close: common("close"),
        clear: t("clearFilters"),
        apply: t("applyFilters", { count: total }),
      }}
      activeCount={activeFilters(filters)}
      onClear={() => void setFilters(CLEARED)}
    >
      <div className="border-b py-4">
        <Field label={t("make")}>
          <Combobox
            options={(makes.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            value={filters.marka}
            loading={makes.isLoading}
            labels={labels(t("allMakes"))}
            clearable
            onValueChange={(marka) => void setFilters({ marka })}
          />
        </Field>
      </div>
      {RANGES.map(({ id, min, max, grouping }) => (
        <FilterSection key={id} title={t(id)}>
          <div className="grid grid-cols-2 gap-2">
            {([min, max] as const).map((name) => (
              <BoundInput
                key={name}
                label={t(name === min ? `${id}Min` : `${id}Max`)}
                value={filters[name]}
                grouping={grouping}
                onChange={(value) => void setFilters({ [name]: value })}
              />
            ))}
          </div>
        </FilterSection>
      ))}
    </FilterPanel>
  );
}
