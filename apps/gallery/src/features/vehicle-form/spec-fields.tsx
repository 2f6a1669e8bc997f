"use client";

import { BODY_TYPES, COLORS, DRIVETRAINS, FUELS, TRANSMISSIONS } from "@oto/domain";
import { Badge, FormField, NumberInput, Select } from "@oto/ui";
import { Sparkles } from "lucide-react";
import { useTranslations } from "next-intl";
import { useValueOptions } from "../labels/use-value-options";
import { useFilled } from "./filled-context";
import type { FilledField } from "./filled-specs";
import { useVehicleForm } from "./use-vehicle-form";

function useFilledNote() {
  const t = useTranslations("vehicleForm");
  const { filled, setFilled } = useFilled();
  return {
    noteOf: (field: FilledField) =>
      filled.has(field) ? (
        <Badge tone="brand" icon={<Sparkles aria-hidden="true" />}>
          {t("filled")}
        </Badge>
      ) : undefined,
    touched: (field: FilledField) => {
      if (filled.has(field)) setFilled(new Set([...filled].filter((other) => other !== field)));
    },
  };
}

const CHOICES = [
  { name: "fuel", kind: "fuel", values: FUELS, required: true },
  { name: "transmission", kind: "transmission", values: TRANSMISSIONS, required: true },
  { name: "bodyType", kind: "bodyType", values: BODY_TYPES, required: true },
  { name: "drivetrain", kind: "drivetrain", values: DRIVETRAINS, required: false },
] as const;

/** What kind of car it is; what the catalogue filled in is marked and may be changed. */
export function SpecFields() {
  const t = useTranslations("vehicleForm");
  const options = useValueOptions();
  const { control } = useVehicleForm();
  const { noteOf, touched } = useFilledNote();
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {CHOICES.map(({ name, kind, values, required }) => (
        <FormField
          key={name}
          control={control}
          name={name}
          label={t(name)}
          required={required}
          note={noteOf(name)}
        >
          {(field) => (
            <Select<string>
              options={options<string>(kind, values)}
              value={field.value}
              placeholder={t("choose")}
              onValueChange={(value) => {
                touched(name);
                field.onChange(value);
              }}
            />
          )}
        </FormField>
      ))}
      <FormField control={control} name="color" label={t("color")} required>
        {(field) => (
          <Select
            options={options("color", COLORS)}
            value={field.value}
            placeholder={t("choose")}
            onValueChange={field.onChange}
          />
        )}
      </FormField>
      <FormField control={control} name="interiorColor" label={t("interiorColor")}>
        {(field) => (
          <Select
            options={options("color", COLORS)}
            value={field.value}
            placeholder={t("choose")}
            onValueChange={field.onChange}
          />
        )}
      </FormField>
      {(["engineCc", "powerHp"] as const).map((name) => (
        <FormField key={name} control={control} name={name} label={t(name)} note={noteOf(name)}>
          {(field) => (
            <NumberInput
              value={field.value}
              unit={t(`${name}Unit`)}
              onBlur={field.onBlur}
              onValueChange={(value) => {
                touched(name);
                field.onChange(value);
              }}
            />
          )}
        </FormField>
      ))}
    </div>
  );
}
