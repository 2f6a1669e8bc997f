"use client";

import type { Money } from "@oto/domain";
import { CURRENCIES } from "@oto/domain";
import { errorData } from "@oto/trpc/client";
import { Button, Dialog, Field, MoneyInput, toast } from "@oto/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { useState } from "react";
import { useTRPC } from "../../trpc";
import { useErrorToast } from "../form/use-error-text";
import type { VehicleView } from "./vehicle-view";

interface PriceDialogProps {
  vehicle: VehicleView;
  onClose: () => void;
}

/** A new asking price, and the floor that nobody else sees. */
export function PriceDialog({ vehicle, onClose }: PriceDialogProps) {
  const t = useTranslations("vehicle");
  const common = useTranslations("common");
  const form = useTranslations("vehicleForm");
  const { inventory } = useTRPC();
  const queries = useQueryClient();
  const showError = useErrorToast();
  const [price, setPrice] = useState<Money | null>(vehicle.price);
  const [lowestPrice, setLowestPrice] = useState<Money | null>(vehicle.lowestPrice);
  const change = useMutation(
    inventory.changePrice.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries(inventory.pathFilter());
        toast.success(t("priceDone"));
        onClose();
      },
      onError: (error) => {
        if (Object.keys(errorData(error)?.fields ?? {}).length === 0) showError(error);
      },
    }),
  );
  const fields = errorData(change.error)?.fields ?? {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // The dialog stands in the page's tree, not in its form.
    event.stopPropagation();
    if (price !== null) {
      change.mutate({ vehicleId: vehicle.vehicleId, price, lowestPrice });
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t("priceTitle")}
      description={t("priceText")}
      closeLabel={common("close")}
      size="sm"
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            {common("cancel")}
          </Button>
          <Button
            type="submit"
            form="price-form"
            loading={change.isPending}
            disabled={price === null}
          >
            {t("priceSave")}
          </Button>
        </>
      }
    >
      <form id="price-form" onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Field label={t("priceNew")} error={fields.price?.join(" ")} required>
          <MoneyInput
            value={price}
            currency={vehicle.price.currency}
            currencies={CURRENCIES}
            currencyLabel={form("currency")}
            onValueChange={setPrice}
          />
        </Field>
        <Field
          label={t("lowestPrice")}
          hint={t("lowestPriceHint")}
          error={fields.lowestPrice?.join(" ")}
        >
          <MoneyInput
            value={lowestPrice}
            currency={price?.currency ?? vehicle.price.currency}
            currencies={CURRENCIES}
            currencyLabel={form("currency")}
            onValueChange={setLowestPrice}
          />
        </Field>
      </form>
    </Dialog>
  );
}
