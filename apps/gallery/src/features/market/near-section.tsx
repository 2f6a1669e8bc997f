"use client";

import { PROVINCES, provinceByCode } from "@oto/domain";
import { Combobox, Field, FilterSection, RadioGroup } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useComboboxLabels } from "../form/use-combobox-labels";
import { useFormats } from "../labels/use-formats";
import type { MarketSearch } from "./use-market-search";

const DISTANCES = ["50", "100", "200", "400"] as const;
const FIRST_KM = 100;

const OPTIONS = PROVINCES.map(({ code, name }) => ({ value: String(code), label: name })).toSorted(
  (a, b) => a.label.localeCompare(b.label, "tr"),
);

/** Vehicles within so many kilometres of a province. */
export function NearSection({ search }: { search: MarketSearch }) {
  const t = useTranslations("market");
  const formats = useFormats();
  const comboLabels = useComboboxLabels();
  const { near, nearKm } = search.state;
  const name = provinceByCode(near ?? 0)?.name;
  return (
    <FilterSection title={t("filter.near")} summary={name} defaultOpen={near !== null}>
      <div className="flex flex-col gap-3">
        <Field label={t("nearCentre")}>
          <Combobox
            options={OPTIONS}
            value={near === null ? null : String(near)}
            clearable
            labels={comboLabels(t("nearAny"))}
            onValueChange={(code) =>
              search.change(
                code === null
                  ? { near: null, nearKm: null }
                  : { near: Number(code), nearKm: nearKm ?? FIRST_KM },
              )
            }
          />
        </Field>
        <RadioGroup
          variant="segments"
          label={t("nearDistance")}
          value={nearKm === null ? null : String(nearKm)}
          options={DISTANCES.map((km) => ({ value: km, label: formats.number(Number(km)) }))}
          disabled={near === null}
          onValueChange={(km) => search.change({ nearKm: Number(km) })}
        />
        <p className="text-ink-subtle text-xs">{t("nearHint")}</p>
      </div>
    </FilterSection>
  );
}
