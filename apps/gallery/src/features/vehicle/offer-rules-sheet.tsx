"use client";

import type { Money } from "@oto/domain";
import { errorData } from "@oto/trpc/client";
import { Button, Chip, Field, MoneyInput, NumberInput, RadioGroup, Sheet, toast } from "@oto/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../../trpc";
import { useErrorToast } from "../form/use-error-text";
import { useFormats } from "../labels/use-formats";
import type { OfferRuleValues } from "./offer-rule-form";
import { GAP_SHARES, RULE_MODES, ruleExamples, ruleOf, ruleValues } from "./offer-rule-form";
import type { VehicleView } from "./vehicle-view";

interface OfferRulesSheetProps {
  vehicle: VehicleView;
  onClose: () => void;
}

/** The floor of a vehicle and the answer that is given by itself. */
export function OfferRulesSheet({ vehicle, onClose }: OfferRulesSheetProps) {
  const t = useTranslations("vehicle.rules");
  const common = useTranslations("common");
  const { inventory } = useTRPC();
  const queries = useQueryClient();
  const showError = useErrorToast();
  const [values, setValues] = useState(() => ruleValues(vehicle));
  const change = (part: Partial<OfferRuleValues>) => setValues({ ...values, ...part });
  const rule = ruleOf(values);
  const save = useMutation(
    inventory.changePrice.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries(inventory.pathFilter());
        toast.success(t("saved"));
        onClose();
      },
      onError: (error) => {
        if (Object.keys(errorData(error)?.fields ?? {}).length === 0) showError(error);
      },
    }),
  );
  const fields = errorData(save.error)?.fields ?? {};
  const { price, vehicleId } = vehicle;
  return (
    <Sheet
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t("title")}
      description={t("sheetText")}
      closeLabel={common("close")}
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            {common("cancel")}
          </Button>
          <Button
            loading={save.isPending}
            disabled={rule === undefined}
            onClick={() => {
              if (rule === undefined) return;
              const { lowestPrice } = values;
              save.mutate({ vehicleId, price, lowestPrice, autoCounter: rule });
            }}
          >
            {t("save")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <Field label={t("floor")} hint={t("floorHint")} error={fields.lowestPrice?.join(" ")}>
          <MoneyInput
            value={values.lowestPrice}
            currency={price.currency}
            onValueChange={(lowestPrice) => change({ lowestPrice })}
          />
        </Field>
        <Field label={t("counter")} group error={fields.autoCounter?.join(" ")}>
          <RadioGroup
            variant="cards"
            value={values.mode}
            onValueChange={(mode) => change({ mode })}
            options={RULE_MODES.map((mode) => ({
              value: mode,
              label: t(`mode.${mode}`),
              description: t(`modeText.${mode}`),
            }))}
          />
        </Field>
        <CounterFields values={values} change={change} price={price} />
        {rule ? (
          <Examples vehicle={{ price, lowestPrice: values.lowestPrice }} rule={rule} />
        ) : null}
      </div>
    </Sheet>
  );
}

interface CounterFieldsProps {
  values: OfferRuleValues;
  change: (part: Partial<OfferRuleValues>) => void;
  price: Money;
}

function CounterFields({ values, change, price }: CounterFieldsProps) {
  const t = useTranslations("vehicle.rules");
  if (values.mode === "NONE") return null;
  return (
    <>
      <Field label={t("below")} hint={t("belowHint")} required>
        <MoneyInput
          value={values.below}
          currency={price.currency}
          onValueChange={(below) => change({ below })}
        />
      </Field>
      {values.mode === "FIXED" ? (
        <Field label={t("amount")} required>
          <MoneyInput
            value={values.amount}
            currency={price.currency}
            onValueChange={(amount) => change({ amount })}
          />
        </Field>
      ) : (
        <>
          <Field label={t("share")} hint={t("shareHint")} required>
            <NumberInput
              unit="%"
              value={values.share}
              onValueChange={(share) => change({ share: share ?? 50 })}
            />
          </Field>
          <fieldset aria-label={t("share")} className="-mt-2 flex flex-wrap gap-2">
            {GAP_SHARES.map((share) => (
              <Chip key={share} selected={values.share === share} onPress={() => change({ share })}>
                {t("sharePercent", { share })}
              </Chip>
            ))}
          </fieldset>
        </>
      )}
    </>
  );
}

function Examples({
  rule,
  vehicle,
}: {
  rule: NonNullable<VehicleView["autoCounter"]>;
  vehicle: Pick<VehicleView, "price" | "lowestPrice">;
}) {
  const t = useTranslations("vehicle.rules");
  const { money } = useFormats();
  const examples = ruleExamples(rule, vehicle);
  return (
    <div role="status" className="rounded-control bg-sunken px-3 py-2.5 text-sm">
      <p className="font-medium">{t("examples")}</p>
      {examples.length === 0 ? (
        <p className="mt-1 text-warn-strong">{t("neverAnswers")}</p>
      ) : (
        <ul className="mt-1 flex flex-col gap-1 text-ink-muted">
          {examples.map(({ answered, offered }) => (
            <li key={offered.amount}>
              {t("example", { offered: money(offered), answered: money(answered) })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
