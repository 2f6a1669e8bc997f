"use client";

import { CURRENCIES } from "@oto/domain";
import { FormField, MoneyInput, Textarea } from "@oto/ui";
import { useTranslations } from "next-intl";
import { usePermission } from "../session/session-provider";
import { useVehicleForm } from "./use-vehicle-form";
import { HOME_CURRENCY } from "./vehicle-form-values";

/** What only the gallery itself sees: the floor, what it cost, notes. */
export function PrivateFields({ mayPrice }: { mayPrice: boolean }) {
  const t = useTranslations("vehicleForm");
  const { control } = useVehicleForm();
  const maySeeCost = usePermission("inventory:cost");
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <FormField
        control={control}
        name="lowestPrice"
        label={t("lowestPrice")}
        hint={t("lowestPriceHint")}
      >
        {(field) => (
          <MoneyInput
            value={field.value}
            currency={HOME_CURRENCY}
            currencies={CURRENCIES}
            currencyLabel={t("currency")}
            disabled={!mayPrice}
            onBlur={field.onBlur}
            onValueChange={field.onChange}
          />
        )}
      </FormField>
      {maySeeCost ? (
        <FormField control={control} name="cost" label={t("cost")} hint={t("costHint")}>
          {(field) => (
            <MoneyInput
              value={field.value}
              currency={HOME_CURRENCY}
              currencies={CURRENCIES}
              currencyLabel={t("currency")}
              onBlur={field.onBlur}
              onValueChange={field.onChange}
            />
          )}
        </FormField>
      ) : null}
      <FormField
        control={control}
        name="internalNotes"
        label={t("internalNotes")}
        className="sm:col-span-2"
      >
        {(field) => <Textarea {...field} maxLength={5000} />}
      </FormField>
    </div>
  );
}
