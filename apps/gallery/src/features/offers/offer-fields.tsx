"use client";

import type { Money } from "@oto/domain";
import { Chip, FormField, Textarea } from "@oto/ui";
import { useTranslations } from "next-intl";
import type { Control } from "react-hook-form";
import { useController } from "react-hook-form";
import type { QuickAmount } from "./amount-field";
import { AmountField } from "./amount-field";
import { MessageTemplates } from "./message-templates";
import type { OfferFormOutput, OfferFormValues } from "./offer-form";
import { VALID_HOURS } from "./offer-form";

interface OfferFieldsProps {
  control: Control<OfferFormValues, unknown, OfferFormOutput>;
  /** What the amount is measured by. */
  asking: Money;
  quick: readonly QuickAmount[];
  /** The lowest price one would take, where one is the seller. */
  floor?: Money | null;
  /** Which ready sentences fit. */
  occasion: "offer" | "counter";
}

/** Amount, message and validity of a proposal. */
export function OfferFields({ control, asking, quick, floor = null, occasion }: OfferFieldsProps) {
  const t = useTranslations("offers");
  const message = useController({ control, name: "message" }).field;
  const validity = useController({ control, name: "validForHours" }).field;
  return (
    <>
      <AmountField control={control} asking={asking} quick={quick} floor={floor} />
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-2 font-medium text-[0.9375rem]">{t("validity")}</legend>
        <div className="flex flex-wrap gap-2">
          {VALID_HOURS.map((hours) => (
            <Chip
              key={hours}
              selected={validity.value === hours}
              onPress={() => validity.onChange(hours)}
            >
              {hours % 24 === 0 ? t("days", { count: hours / 24 }) : t("hours", { count: hours })}
            </Chip>
          ))}
        </div>
      </fieldset>
      <FormField control={control} name="message" label={t("message")} note={t("optional")}>
        {(bound) => (
          <Textarea {...bound} rows={2} maxLength={1000} placeholder={t("messagePlaceholder")} />
        )}
      </FormField>
      <MessageTemplates occasion={occasion} value={message.value} onPick={message.onChange} />
    </>
  );
}
