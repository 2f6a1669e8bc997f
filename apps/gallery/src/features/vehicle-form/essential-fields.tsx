"use client";

import { CURRENCIES } from "@oto/domain";
import { FormField, Input, MoneyInput, NumberInput } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useVehicleForm } from "./use-vehicle-form";
import { HOME_CURRENCY } from "./vehicle-form-values";

interface EssentialFieldsProps {
  held: boolean;
  /** Asking prices on the market are not everybody's business. */
  mayPrice: boolean;
}

/** Year, kilometres, price, plate and VIN: what a dealer knows standing beside the car. */
export function EssentialFields({ held, mayPrice }: EssentialFieldsProps) {
  const t = useTranslations("vehicleForm");
  const { control } = useVehicleForm();
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <FormField control={control} name="modelYear" label={t("modelYear")} required>
        {(field) => (
          <NumberInput
            value={field.value}
            grouping={false}
            maxLength={4}
            disabled={held}
            placeholder="2021"
            onBlur={field.onBlur}
            onValueChange={field.onChange}
          />
        )}
      </FormField>
      <FormField control={control} name="mileageKm" label={t("mileageKm")} required>
        {(field) => (
          <NumberInput
            value={field.value}
            unit="km"
            placeholder="84.500"
            onBlur={field.onBlur}
            onValueChange={field.onChange}
          />
        )}
      </FormField>
      <FormField
        control={control}
        name="price"
        label={t("price")}
        hint={mayPrice ? t("priceHint") : t("priceHeld")}
        required
      >
        {(field) => (
          <MoneyInput
            value={field.value}
            currency={HOME_CURRENCY}
            currencies={CURRENCIES}
            currencyLabel={t("currency")}
            disabled={!mayPrice}
            placeholder="1.245.000"
            onBlur={field.onBlur}
            onValueChange={field.onChange}
          />
        )}
      </FormField>
      <FormField control={control} name="plate" label={t("plate")}>
        {(field) => (
          <Input
            {...field}
            disabled={held}
            autoCapitalize="characters"
            autoComplete="off"
            placeholder="34 ABC 123"
            className="uppercase placeholder:normal-case"
          />
        )}
      </FormField>
      <FormField
        control={control}
        name="vin"
        label={t("vin")}
        hint={t("vinHint")}
        className="sm:col-span-2"
      >
        {(field) => (
          <Input
            {...field}
            disabled={held}
            autoCapitalize="characters"
            autoComplete="off"
            spellCheck={false}
            maxLength={20}
            className="font-mono uppercase"
          />
        )}
      </FormField>
    </div>
  );
}
