"use client";

import { districtsOf, PROVINCES } from "@oto/domain";
import { Combobox, Field } from "@oto/ui";
import { useComboboxLabels } from "./use-combobox-labels";

interface Place {
  provinceCode: number | null;
  district: string;
}

interface PlaceFieldsProps {
  value: Place;
  onChange: (place: Place) => void;
  labels: { province: string; district: string; choose: string };
  errors?: { provinceCode?: string | undefined; district?: string | undefined };
  disabled?: boolean;
}

/** A province, and a district of it. */
export function PlaceFields({ value, onChange, labels, errors, disabled }: PlaceFieldsProps) {
  const words = useComboboxLabels();
  const { provinceCode, district } = value;
  return (
    <>
      <Field label={labels.province} error={errors?.provinceCode} required>
        <Combobox
          options={PROVINCES.map(({ code, name }) => ({ value: String(code), label: name }))}
          value={provinceCode === null ? null : String(provinceCode)}
          labels={words(labels.choose)}
          disabled={disabled}
          onValueChange={(code) =>
            onChange({ provinceCode: code === null ? null : Number(code), district: "" })
          }
        />
      </Field>
      <Field label={labels.district} error={errors?.district} required>
        <Combobox
          options={districtsOf(provinceCode ?? 0).map((name) => ({ value: name, label: name }))}
          value={district || null}
          labels={words(labels.choose)}
          disabled={disabled === true || provinceCode === null}
          onValueChange={(name) => onChange({ provinceCode, district: name ?? "" })}
        />
      </Field>
    </>
  );
}
