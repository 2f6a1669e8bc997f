"use client";

import type { Money } from "@oto/domain";
import { Chip, FormField, IconButton, MoneyInput } from "@oto/ui";
import { Minus, Plus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { Control } from "react-hook-form";
import { useController } from "react-hook-form";
import { intlLocale } from "../../i18n/locale";
import { useFormats } from "../labels/use-formats";
import { FloorHint } from "./floor-hint";
import type { OfferFormOutput, OfferFormValues } from "./offer-form";
import { haggled, haggleStep } from "./offer-form";
import { useDifference } from "./use-distance";

export interface QuickAmount {
  id: string;
  label: string;
  amount: Money;
}

interface AmountFieldProps {
  control: Control<OfferFormValues, unknown, OfferFormOutput>;
  /** What the amount is measured by. */
  asking: Money;
  quick: readonly QuickAmount[];
  /** The lowest price one would take, where one is the seller. */
  floor: Money | null;
}

/** The amount of a proposal: typed, stepped or picked, with what it means. */
export function AmountField({ control, asking, quick, floor }: AmountFieldProps) {
  const t = useTranslations("offers");
  const locale = intlLocale(useLocale());
  const { money } = useFormats();
  const difference = useDifference();
  const { field } = useController({ control, name: "amount" });
  const step = haggleStep(asking);
  const stepButton = (direction: 1 | -1) => (
    <IconButton
      label={t(direction === 1 ? "stepUp" : "stepDown", { amount: money(step) })}
      icon={direction === 1 ? <Plus aria-hidden="true" /> : <Minus aria-hidden="true" />}
      variant="secondary"
      onClick={() => field.onChange(haggled(field.value ?? asking, step, direction))}
    />
  );
  return (
    <>
      <FormField
        control={control}
        name="amount"
        label={t("amount")}
        required
        errorText={(message) => (field.value === null ? t("amountMissing") : message)}
        hint={field.value ? difference(asking, field.value) : t("amountHint")}
      >
        {(bound) => (
          <div className="flex items-center gap-2">
            {stepButton(-1)}
            <div className="min-w-0 flex-1">
              <MoneyInput
                locale={locale}
                currency={asking.currency}
                value={bound.value}
                onValueChange={bound.onChange}
                onBlur={bound.onBlur}
                className="h-12 font-semibold text-lg"
              />
            </div>
            {stepButton(1)}
          </div>
        )}
      </FormField>
      {floor === null ? null : <FloorHint floor={floor} amount={field.value} />}
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
    </>
  );
}
