"use client";

import { CONDITIONS, PLATE_KINDS } from "@oto/domain";
import { Checkbox, FormField, Input, NumberInput, RadioGroup, Select } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useValueOptions } from "../labels/use-value-options";
import { useVehicleForm } from "./use-vehicle-form";

/** Papers: condition, first registration, owners, kind of plate, the gallery's own number. */
export function RegistrationFields() {
  const t = useTranslations("vehicleForm");
  const options = useValueOptions();
  const { control } = useVehicleForm();
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <FormField control={control} name="condition" label={t("condition")} group>
        {(field) => (
          <RadioGroup
            variant="segments"
            options={options("condition", CONDITIONS)}
            value={field.value}
            onValueChange={field.onChange}
          />
        )}
      </FormField>
      <FormField control={control} name="firstRegistrationDate" label={t("firstRegistrationDate")}>
        {(field) => <Input {...field} type="date" />}
      </FormField>
      <FormField control={control} name="ownerCount" label={t("ownerCount")}>
        {(field) => (
          <NumberInput value={field.value} onBlur={field.onBlur} onValueChange={field.onChange} />
        )}
      </FormField>
      <FormField control={control} name="plateKind" label={t("plateKind")}>
        {(field) => (
          <Select
            options={options("plateKind", PLATE_KINDS)}
            value={field.value}
            placeholder={t("choose")}
            onValueChange={field.onChange}
          />
        )}
      </FormField>
      <FormField control={control} name="stockNo" label={t("stockNo")} hint={t("stockNoHint")}>
        {(field) => <Input {...field} autoComplete="off" maxLength={30} />}
      </FormField>
      <FormField control={control} name="tradeIn" label={t("tradeInLabel")} group>
        {(field) => (
          <Checkbox label={t("tradeIn")} checked={field.value} onCheckedChange={field.onChange} />
        )}
      </FormField>
    </div>
  );
}
