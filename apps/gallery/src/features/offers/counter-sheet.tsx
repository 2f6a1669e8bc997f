"use client";

import { Button, Callout, Checkbox, Sheet } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Controller } from "react-hook-form";
import { applyServerErrors } from "../form/apply-server-errors";
import { useErrorText } from "../form/use-error-text";
import { useFormats } from "../labels/use-formats";
import { OfferFields } from "./offer-fields";
import type { AnsweredOffer } from "./offer-form";
import { quickAnswers } from "./offer-form";
import type { OfferView } from "./offer-views";
import { useOfferForm } from "./use-offer-form";
import type { OfferMoves } from "./use-offer-moves";

export type AnswerableOffer = AnsweredOffer & Pick<OfferView, "offerId" | "round" | "counterpart">;

interface CounterSheetProps {
  offer: AnswerableOffer;
  moves: OfferMoves;
  onClose: () => void;
}

/** A proposal of one's own in answer: beside the page on a desk, under the thumb on a phone. */
export function CounterSheet({ offer, moves, onClose }: CounterSheetProps) {
  const t = useTranslations("offers");
  const common = useTranslations("common");
  const { money } = useFormats();
  return (
    <Sheet
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t("counterTitle")}
      description={t("counterText", {
        name: offer.counterpart.name,
        amount: money(offer.amount),
        asking: money(offer.vehicle.askingPrice),
      })}
      closeLabel={common("close")}
    >
      <CounterForm offer={offer} moves={moves} onClose={onClose} />
    </Sheet>
  );
}

function CounterForm({ offer, moves, onClose }: CounterSheetProps) {
  const t = useTranslations("offers");
  const errorText = useErrorText();
  const [problem, setProblem] = useState<string | null>(null);
  const { control, handleSubmit, setError } = useOfferForm();
  const { offerId, round } = offer;
  const submit = handleSubmit(({ amount, final, message, validForHours }) => {
    setProblem(null);
    moves.counter.mutate(
      { offerId, round, amount, final, validForHours, ...(message ? { message } : {}) },
      {
        onSuccess: onClose,
        onError: (error) => {
          if (!applyServerErrors(error, setError)) setProblem(errorText(error));
        },
      },
    );
  });
  return (
    <form
      noValidate
      aria-label={t("counter")}
      onSubmit={(event) => void submit(event)}
      className="flex flex-col gap-4"
    >
      <OfferFields
        control={control}
        asking={offer.vehicle.askingPrice}
        quick={quickAnswers(offer).map((answer) => ({ ...answer, label: t(`quick.${answer.id}`) }))}
        floor={offer.floor}
        occasion="counter"
      />
      <Controller
        control={control}
        name="final"
        render={({ field }) => (
          <Checkbox
            label={t("finalLabel")}
            description={t("finalHint")}
            checked={field.value}
            onCheckedChange={field.onChange}
          />
        )}
      />
      {problem === null ? null : (
        <Callout tone="warn" role="alert">
          {problem}
        </Callout>
      )}
      <div className="safe-bottom sticky bottom-0 -mx-5 -mb-5 border-t bg-raised px-5 py-4">
        <Button type="submit" size="lg" block loading={moves.counter.isPending}>
          {t("counterSend")}
        </Button>
      </div>
    </form>
  );
}
