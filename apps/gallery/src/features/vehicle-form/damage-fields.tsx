"use client";

import { DAMAGE_KINDS, DAMAGE_STATUSES } from "@oto/domain";
import { Button, FormField, IconButton, Input, MoneyInput, RadioGroup, Select } from "@oto/ui";
import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFieldArray } from "react-hook-form";
import { useValueOptions } from "../labels/use-value-options";
import { useVehicleForm } from "./use-vehicle-form";
import { HOME_CURRENCY } from "./vehicle-form-values";

/** What the insurers' record (Tramer) says, as it was read. */
export function DamageFields() {
  const t = useTranslations("vehicleForm");
  const options = useValueOptions();
  const { control, watch } = useVehicleForm();
  const status = watch("damageRecord.status");
  return (
    <div className="flex flex-col gap-4">
      <FormField control={control} name="damageRecord.status" label={t("damageStatus")} group>
        {(field) => (
          <RadioGroup
            options={options("damageStatus", DAMAGE_STATUSES)}
            value={field.value}
            onValueChange={field.onChange}
            className="sm:flex sm:flex-wrap sm:gap-x-6"
          />
        )}
      </FormField>
      {status === null || status === "UNKNOWN" ? null : (
        <div className="grid gap-4 sm:grid-cols-2">
          <FormField control={control} name="damageRecord.queriedAt" label={t("damageQueriedAt")}>
            {(field) => <Input {...field} type="date" />}
          </FormField>
          {status === "RECORDED" ? (
            <FormField control={control} name="damageRecord.totalAmount" label={t("damageTotal")}>
              {(field) => (
                <MoneyInput
                  value={field.value}
                  currency={HOME_CURRENCY}
                  onBlur={field.onBlur}
                  onValueChange={field.onChange}
                />
              )}
            </FormField>
          ) : null}
        </div>
      )}
      {status === "RECORDED" ? <DamageEvents /> : null}
    </div>
  );
}

function DamageEvents() {
  const t = useTranslations("vehicleForm");
  const options = useValueOptions();
  const { control } = useVehicleForm();
  const { fields, append, remove } = useFieldArray({ control, name: "damageRecord.events" });
  return (
    <div className="flex flex-col gap-3">
      {fields.map((row, index) => (
        <div
          key={row.id}
          className="grid items-end gap-3 rounded-control bg-sunken/60 p-3 sm:grid-cols-[1fr_1fr_1fr_auto]"
        >
          <FormField
            control={control}
            name={`damageRecord.events.${index}.kind`}
            label={t("damageKind")}
          >
            {(field) => (
              <Select
                options={options("damageKind", DAMAGE_KINDS)}
                value={field.value}
                onValueChange={field.onChange}
              />
            )}
          </FormField>
          <FormField
            control={control}
            name={`damageRecord.events.${index}.date`}
            label={t("damageDate")}
          >
            {(field) => <Input {...field} type="date" />}
          </FormField>
          <FormField
            control={control}
            name={`damageRecord.events.${index}.amount`}
            label={t("damageAmount")}
          >
            {(field) => (
              <MoneyInput
                value={field.value}
                currency={HOME_CURRENCY}
                onBlur={field.onBlur}
                onValueChange={field.onChange}
              />
            )}
          </FormField>
          <IconButton
            label={t("damageRemove", { number: index + 1 })}
            icon={<Trash2 aria-hidden="true" className="size-5" />}
            onClick={() => remove(index)}
          />
        </div>
      ))}
      <Button
        variant="secondary"
        size="sm"
        className="self-start"
        icon={<Plus aria-hidden="true" />}
        onClick={() => append({ kind: "COLLISION", date: "", amount: null })}
      >
        {t("damageAdd")}
      </Button>
    </div>
  );
}
