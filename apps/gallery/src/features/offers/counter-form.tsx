"use client";

import { Button, Callout, Checkbox } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Controller } from "react-hook-form";
import { applyServerErrors } from "../form/apply-server-errors";
import { useErrorText } from "../form/use-error-text";
import type { QuickAmount } from "./offer-fields";
import { OfferFields } from "./offer-fields";
import { middle } from "./offer-form";
import type { OfferView } from "./offer-views";
import { useOfferForm } from "./use-offer-form";
import type { OfferMoves } from "./use-offer-moves";

interface CounterFormProps {
  offer: OfferView;
  moves: OfferMoves;
  onClose: () => void;
}

/** What lies at hand: the middle, one's own last word, the asking price. */
function useQuickAmounts({ amount, rounds, side, vehicle }: OfferView): QuickAmount[] {
  const t = useTranslations("offers");
  const own = rounds.findLast((round) => round.mine)?.amount;
  const mine = own ?? (side === "SELLER" ? vehicle.askingPrice : undefined);
  return [
    ...(mine ? [{ id: "middle", label: t("quickMiddle"), amount: middle(mine, amount) }] : []),
    ...(own ? [{ id: "own", label: t("quickOwn"), amount: own }] : []),
    { id: "asking", label: t("quickAsking"), amount: vehicle.askingPrice },
  ];
}

/** A proposal of one's own in answer. */
export function CounterForm({ offer, moves, onClose }: CounterFormProps) {
  const t = useTranslations("offers");
  const common = useTranslations("common");
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
      className="flex flex-col gap-4 rounded-card bg-canvas p-4"
    >
      <OfferFields
        control={control}
        asking={offer.vehicle.askingPrice}
        quick={useQuickAmounts(offer)}
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
      <div className="flex flex-wrap gap-2">
        <Button type="submit" loading={moves.counter.isPending}>
          {t("counterSend")}
        </Button>
        <Button variant="ghost" onClick={onClose}>
          {common("cancel")}
        </Button>
      </div>
    </form>
  );
}
