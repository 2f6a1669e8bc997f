"use client";

import { Combobox, FormField } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useComboboxLabels } from "../form/use-combobox-labels";
import { useFilled } from "./filled-context";
import type { FilledField } from "./filled-specs";
import { FILLED_FIELDS, specsOf } from "./filled-specs";
import { useCatalog } from "./use-catalog";
import { useVehicleForm } from "./use-vehicle-form";

interface CatalogFieldsProps {
  /** The EİDS verification holds make and series. */
  held: boolean;
}

interface Named {
  id: string;
  name: string;
}

const optionsOf = (items: readonly Named[] | undefined) =>
  (items ?? []).map(({ id, name }) => ({ value: id, label: name }));

const CHANGED = { shouldDirty: true, shouldValidate: true } as const;

/** Make, series, model, trim: each opens the next; a model fills in what it is sure of. */
export function CatalogFields({ held }: CatalogFieldsProps) {
  const t = useTranslations("vehicleForm");
  const domain = useTranslations("domain");
  const labels = useComboboxLabels();
  const { control, watch, setValue } = useVehicleForm();
  const { filled, setFilled } = useFilled();
  const [makeId, seriesId, modelId] = watch(["makeId", "seriesId", "modelId"]);
  const { makes, series, models, trims } = useCatalog({ makeId, seriesId, modelId });

  const clear = (...fields: ("seriesId" | "modelId" | "trimId")[]) => {
    for (const field of fields) setValue(field, null, { shouldDirty: true });
  };
  const takeModel = (id: string | null) => {
    const model = models.data?.items.find((item) => item.id === id);
    for (const field of filled) setValue(field, null, { shouldDirty: true });
    const specs = model === undefined ? {} : specsOf(model);
    const taken = new Set<FilledField>();
    for (const field of FILLED_FIELDS) {
      const value = specs[field];
      if (value === undefined) continue;
      setValue(field, value, CHANGED);
      taken.add(field);
    }
    setFilled(taken);
  };
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <FormField control={control} name="makeId" label={t("make")} required>
        {(field) => (
          <Combobox
            options={optionsOf(makes.data?.items)}
            value={field.value}
            loading={makes.isLoading}
            disabled={held}
            labels={labels(t("choose"))}
            onValueChange={(id) => {
              if (id === field.value) return;
              field.onChange(id);
              clear("seriesId", "modelId", "trimId");
              takeModel(null);
            }}
          />
        )}
      </FormField>
      <FormField control={control} name="seriesId" label={t("series")} required>
        {(field) => (
          <Combobox
            options={optionsOf(series.data?.items)}
            value={field.value}
            loading={series.isLoading}
            disabled={held || makeId === null}
            labels={labels(t(makeId === null ? "chooseMakeFirst" : "choose"))}
            onValueChange={(id) => {
              if (id === field.value) return;
              field.onChange(id);
              clear("modelId", "trimId");
              takeModel(null);
            }}
          />
        )}
      </FormField>
      <FormField control={control} name="modelId" label={t("model")}>
        {(field) => (
          <Combobox
            options={(models.data?.items ?? []).map((model) => ({
              value: model.id,
              label: model.name,
              hint: [
                domain(`fuel.${model.fuel}`),
                model.powerHp === null ? "" : t("hp", { value: model.powerHp }),
                `${model.yearFrom}–${model.yearTo ?? ""}`,
              ]
                .filter(Boolean)
                .join(" · "),
            }))}
            value={field.value}
            loading={models.isLoading}
            disabled={seriesId === null}
            clearable
            labels={labels(t(seriesId === null ? "chooseSeriesFirst" : "choose"))}
            onValueChange={(id) => {
              if (id === field.value) return;
              field.onChange(id);
              clear("trimId");
              takeModel(id);
            }}
          />
        )}
      </FormField>
      <FormField control={control} name="trimId" label={t("trim")}>
        {(field) => (
          <Combobox
            options={optionsOf(trims.data?.items)}
            value={field.value}
            loading={trims.isLoading}
            disabled={modelId === null}
            clearable
            labels={labels(t(modelId === null ? "chooseModelFirst" : "choose"))}
            onValueChange={field.onChange}
          />
        )}
      </FormField>
    </div>
  );
}
