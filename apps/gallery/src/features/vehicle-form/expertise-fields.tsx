"use client";

import { FormField, Input, Textarea } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useVehicleForm } from "./use-vehicle-form";

/** The expertise report: who looked at the car, when, and what came out. */
export function ExpertiseFields() {
  const t = useTranslations("vehicleForm");
  const { control } = useVehicleForm();
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <FormField control={control} name="expertise.firm" label={t("expertiseFirm")}>
        {(field) => <Input {...field} maxLength={120} />}
      </FormField>
      <FormField control={control} name="expertise.date" label={t("expertiseDate")}>
        {(field) => <Input {...field} type="date" />}
      </FormField>
      <FormField control={control} name="expertise.reportNo" label={t("expertiseReportNo")}>
        {(field) => <Input {...field} maxLength={60} />}
      </FormField>
      <FormField
        control={control}
        name="expertise.result"
        label={t("expertiseResult")}
        className="sm:col-span-2"
      >
        {(field) => <Textarea {...field} rows={3} maxLength={500} />}
      </FormField>
    </div>
  );
}
