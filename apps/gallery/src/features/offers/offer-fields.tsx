"use client";

import type { Money } from "@oto/domain";
import { Chip, FormField, MoneyInput, Select, Textarea } from "@oto/ui";
import { useLocale, useTranslations } from "next-intl";
import type { Control } from "react-hook-form";
import { useController } from "react-hook-form";
import { intlLocale } from "../../i18n/locale";
import type { OfferFormOutput, OfferFormValues } from "./offer-form";
import { VALID_HOURS } from "./offer-form";
import { useDistance } from "./use-distance";

export interface QuickAmount {
  id: string;
  label: string;
  amount: Money;
}

interface OfferFieldsProps {
  control: Control<OfferFormValues, unknown, OfferFormOutput>;
  /** What the amount is measured by. */
  asking: Money;
  quick: readonly QuickAmount[];
}

/** Amount, message and validity of a proposal. */
export function OfferFields({ control, asking, quick }: OfferFieldsProps) {
  const t = useTranslations("offers");
  const locale = intlLocale(useLocale());
  const distance = useDistance();
  const { field } = useController({ control, name: "amount" });
  const { currency } = asking;
  return (
    <>
      <FormField
        control={control}
        name="amount"
        label={t("amount")}
        required
        errorText={(message) => (field.value === null ? t("amountMissing") : message)}
        hint={field.value ? distance(asking, field.value) : t("amountHint")}
      >
        {(bound) => (
          <MoneyInput
            locale={locale}
            currency={currency}
            value={bound.value}
            onValueChange={bound.onChange}
            onBlur={bound.onBlur}
            className="h-12 font-semibold text-lg"
          />
        )}
      </FormField>
      <fieldset aria-label={t("quickAmounts")} className="-mt-1 flex flex-wrap gap-2">
        {quick.map(({ id, label, amount }) => (
          <Chip
            key={id}
            selected={field.value?.amount === amount.amount}
            onPress={() => field.onChange(amount)}
          >
            {label}
          </Chip>
        ))}
      </fieldset>
      <FormField control={control} name="message" label={t("message")} note={t("optional")}>
        {(bound) => (
          <Textarea {...bound} rows={2} maxLength={1000} placeholder={t("messagePlaceholder")} />
        )}
      </FormField>
      <FormField control={control} name="validForHours" label={t("validity")}>
        {(bound) => (
          <Select
            options={VALID_HOURS.map((hours) => ({
              value: String(hours),
              label:
                hours % 24 === 0 ? t("days", { count: hours / 24 }) : t("hours", { count: hours }),
            }))}
            value={String(bound.value)}
            onValueChange={(hours) => bound.onChange(Number(hours))}
          />
        )}
      </FormField>
    </>
  );
}
