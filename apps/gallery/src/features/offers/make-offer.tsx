"use client";

import type { Money } from "@oto/domain";
import { errorData } from "@oto/trpc/client";
import { Button, Callout, Chip, Sheet, toast } from "@oto/ui";
import { useMutation } from "@tanstack/react-query";
import { HandCoins } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../../trpc";
import { applyServerErrors } from "../form/apply-server-errors";
import { useErrorText } from "../form/use-error-text";
import { useFormats } from "../labels/use-formats";
import { useInvalidate } from "../live/use-invalidate";
import { OfferFields } from "./offer-fields";
import { below } from "./offer-form";
import { useOfferForm } from "./use-offer-form";

const QUICK_PERCENTS = [0, 2, 5, 8] as const;

interface MakeOfferProps {
  vehicleId: string;
  title: string;
  seller: string;
  price: Money;
}

/** What the sheet begins with; null while it is closed. */
type Start = { amount: Money | null } | null;

/** The way into a negotiation, beside the vehicle: an amount at hand, or one's own. */
export function MakeOffer(props: MakeOfferProps) {
  const t = useTranslations("offers");
  const common = useTranslations("common");
  const { money } = useFormats();
  const [start, setStart] = useState<Start>(null);
  const quick = useQuickAmounts(props.price);
  return (
    <div className="flex flex-col gap-3 border-t pt-4">
      <p className="text-ink-muted text-sm">{t("makeHint")}</p>
      <fieldset aria-label={t("quickAmounts")} className="flex flex-wrap gap-2">
        {quick.map(({ amount, id, label }) => (
          <Chip key={id} onPress={() => setStart({ amount })}>
            {label}
          </Chip>
        ))}
      </fieldset>
      <Button
        variant="accent"
        size="lg"
        block
        icon={<HandCoins aria-hidden="true" />}
        onClick={() => setStart({ amount: null })}
      >
        {t("make")}
      </Button>
      <Sheet
        open={start !== null}
        onOpenChange={(open) => {
          if (!open) setStart(null);
        }}
        title={t("make")}
        description={t("makeText", {
          title: props.title,
          name: props.seller,
          asking: money(props.price),
        })}
        closeLabel={common("close")}
      >
        {start === null ? null : (
          <MakeOfferForm {...props} amount={start.amount} onClose={() => setStart(null)} />
        )}
      </Sheet>
    </div>
  );
}

/** Round amounts a few percent below the asking price. */
function useQuickAmounts(price: Money) {
  const t = useTranslations("offers");
  return QUICK_PERCENTS.map((percent) => ({
    id: String(percent),
    label: percent === 0 ? t("quick.asking") : t("quickBelow", { percent }),
    amount: below(price, percent),
  }));
}

interface MakeOfferFormProps extends MakeOfferProps {
  amount: Money | null;
  onClose: () => void;
}

function MakeOfferForm({ amount: first, onClose, price, vehicleId }: MakeOfferFormProps) {
  const t = useTranslations("offers");
  const trpc = useTRPC();
  const invalidate = useInvalidate();
  const errorText = useErrorText();
  const [problem, setProblem] = useState<string | null>(null);
  const { control, handleSubmit, setError } = useOfferForm({ amount: first });
  const create = useMutation(
    trpc.offer.create.mutationOptions({
      onSuccess: (made) => {
        invalidate(["offer", "marketplace"]);
        if (made.status !== "OPEN") {
          setProblem(t("declinedAtOnce"));
          return;
        }
        toast.success(t("sent"));
        onClose();
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
      className="flex flex-col gap-4"
    >
      <OfferFields
        control={control}
        asking={price}
        occasion="offer"
        quick={useQuickAmounts(price)}
      />
      {problem === null ? null : (
        <Callout tone="warn" role="alert">
          {problem}
        </Callout>
      )}
      <div className="safe-bottom sticky bottom-0 -mx-5 -mb-5 border-t bg-raised px-5 py-4">
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
      </div>
    </form>
  );
}
