"use client";

import { LIEN_STATES } from "@oto/domain";
import { FormField, Input, RadioGroup } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useValueOptions } from "../labels/use-value-options";
import { useVehicleForm } from "./use-vehicle-form";
import type { WarrantyAnswer } from "./vehicle-form-values";

const ROW = "sm:flex sm:flex-wrap sm:gap-x-6";
const WARRANTY_ANSWERS: readonly WarrantyAnswer[] = ["NONE", "UNTIL", "UNSTATED"];

/** Pledges on the car, and what is left of the maker's warranty. */
export function LegalFields() {
  const t = useTranslations("vehicleForm");
  const options = useValueOptions();
  const { control, watch } = useVehicleForm();
  return (
    <div className="flex flex-col gap-4">
      <FormField control={control} name="liens" label={t("liens")} group>
        {(field) => (
          <RadioGroup
            options={options("lien", LIEN_STATES)}
            value={field.value}
            onValueChange={field.onChange}
            className={ROW}
          />
        )}
      </FormField>
      <FormField control={control} name="warranty" label={t("warranty")} group>
        {(field) => (
          <RadioGroup
            options={WARRANTY_ANSWERS.map((value) => ({ value, label: t(`warranty${value}`) }))}
            value={field.value}
            onValueChange={field.onChange}
            className={ROW}
          />
        )}
      </FormField>
      {watch("warranty") === "UNTIL" ? (
        <FormField
          control={control}
          name="warrantyUntil"
          label={t("warrantyUntil")}
          className="sm:max-w-xs"
          required
        >
          {(field) => <Input {...field} type="date" />}
        </FormField>
      ) : null}
    </div>
  );
}
