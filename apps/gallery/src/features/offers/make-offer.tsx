"use client";

import type { Money } from "@oto/domain";
import { errorData } from "@oto/trpc/client";
import { Button, Callout, toast } from "@oto/ui";
import { useMutation } from "@tanstack/react-query";
import { HandCoins } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../../trpc";
import { applyServerErrors } from "../form/apply-server-errors";
import { useErrorText } from "../form/use-error-text";
import { useInvalidate } from "../live/use-invalidate";
import { OfferFields } from "./offer-fields";
import { below } from "./offer-form";
import { useOfferForm } from "./use-offer-form";

const QUICK_PERCENTS = [0, 2, 5, 8] as const;

interface MakeOfferProps {
  vehicleId: string;
  price: Money;
}

/** Opens a negotiation, beside the vehicle. */
export function MakeOffer({ vehicleId, price }: MakeOfferProps) {
  const t = useTranslations("offers");
  const trpc = useTRPC();
  const invalidate = useInvalidate();
  const errorText = useErrorText();
  const [problem, setProblem] = useState<string | null>(null);
  const { control, handleSubmit, setError } = useOfferForm();
  const create = useMutation(
    trpc.offer.create.mutationOptions({
      onSuccess: (made) => {
        invalidate(["offer", "marketplace"]);
        if (made.status === "OPEN") toast.success(t("sent"));
        else setProblem(t("declinedAtOnce"));
      },
      onError: (error) => {
        if (applyServerErrors(error, setError)) return;
        setProblem(errorText(error));
        // What stood here is not so any more: somebody was quicker, or took the vehicle away.
        if (errorData(error)?.reason.startsWith("offer.")) invalidate(["marketplace"]);
      },
    }),
  );
  const submit = handleSubmit(({ amount, message, validForHours }) => {
    setProblem(null);
    create.mutate({ vehicleId, amount, validForHours, ...(message ? { message } : {}) });
  });
  return (
    <form
      noValidate
      aria-label={t("make")}
      onSubmit={(event) => void submit(event)}
      className="flex flex-col gap-4 border-t pt-4"
    >
      <OfferFields
        control={control}
        asking={price}
        occasion="offer"
        quick={QUICK_PERCENTS.map((percent) => ({
          id: String(percent),
          label: percent === 0 ? t("quick.asking") : t("quickBelow", { percent }),
          amount: below(price, percent),
        }))}
      />
      {problem === null ? null : (
        <Callout tone="warn" role="alert">
          {problem}
        </Callout>
      )}
      <Button
        type="submit"
        variant="accent"
        size="lg"
        block
        loading={create.isPending}
        icon={<HandCoins aria-hidden="true" />}
      >
        {t("make")}
      </Button>
    </form>
  );
}
