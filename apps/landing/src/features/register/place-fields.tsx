"use client";

import { districtsOf, PROVINCES, trCompare } from "@oto/domain";
import type { ComboboxLabels } from "@oto/ui/form";
import { Combobox, FormField } from "@oto/ui/form";
import { useTranslations } from "next-intl";
import type { UseFormReturn } from "react-hook-form";
import type { RegistrationDraft } from "./registration-draft";

const PROVINCE_OPTIONS = PROVINCES.map(({ code, name }) => ({
  value: String(code),
  label: name,
  hint: String(code).padStart(2, "0"),
})).toSorted((a, b) => trCompare(a.label, b.label));

interface PlaceFieldsProps<Checked> {
  form: UseFormReturn<RegistrationDraft["gallery"], unknown, Checked>;
}

/** Province, then one of its districts. */
export function PlaceFields<Checked>({ form }: PlaceFieldsProps<Checked>) {
  const t = useTranslations("register");
  const province = form.watch("provinceCode");
  const districts = (province === null ? [] : districtsOf(province)).map((name) => ({
    value: name,
    label: name,
  }));
  const labels: ComboboxLabels = {
    placeholder: t("choose"),
    search: t("search"),
    empty: t("noMatch"),
    loading: t("loading"),
    clear: t("clear"),
  };
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <FormField control={form.control} name="provinceCode" label={t("province")} required>
        {(field) => (
          <Combobox
            options={PROVINCE_OPTIONS}
            value={field.value === null ? null : String(field.value)}
            onValueChange={(code) => {
              field.onChange(code === null ? null : Number(code));
              form.setValue("district", "");
              form.clearErrors(["provinceCode", "district"]);
            }}
            labels={labels}
          />
        )}
      </FormField>
      <FormField control={form.control} name="district" label={t("district")} required>
        {(field) => (
          <Combobox
            options={districts}
            value={field.value === "" ? null : field.value}
            onValueChange={(name) => {
              field.onChange(name ?? "");
              form.clearErrors("district");
            }}
            labels={province === null ? { ...labels, placeholder: t("provinceFirst") } : labels}
            disabled={province === null}
          />
        )}
      </FormField>
    </div>
  );
}
