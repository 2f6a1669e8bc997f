"use client";

import type { AppRouter } from "@oto/api";
import { galleryPatch, normalizeTaxNumber, TAX_TYPES, taxTypeField } from "@oto/domain";
import { Button, FormField, Input, RadioGroup, Textarea, toast } from "@oto/ui";
import { useMutation } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { useTRPC } from "../../trpc";
import { applyServerErrors } from "../form/apply-server-errors";
import { formResolver } from "../form/form-resolver";
import { PlaceFields } from "../form/place-fields";
import { useErrorToast } from "../form/use-error-text";
import { useValueOptions } from "../labels/use-value-options";

type GalleryView = inferRouterOutputs<AppRouter>["gallery"]["me"];

const correction = galleryPatch
  .pick({
    name: true,
    legalName: true,
    taxOffice: true,
    licenceNo: true,
    provinceCode: true,
    district: true,
    address: true,
  })
  .extend({ taxType: taxTypeField, taxNumber: z.string().transform(normalizeTaxNumber) });
type Correction = z.infer<typeof correction>;

const valuesOf = (gallery: GalleryView) => ({
  name: gallery.name,
  legalName: gallery.legalName ?? "",
  taxType: gallery.taxType,
  taxNumber: gallery.taxNumber,
  taxOffice: gallery.taxOffice ?? "",
  licenceNo: gallery.licenceNo,
  provinceCode: gallery.provinceCode as number | null,
  district: gallery.district,
  address: gallery.address ?? "",
});
type CorrectionValues = ReturnType<typeof valuesOf>;

const check = (values: CorrectionValues) =>
  correction.safeParse({ ...values, provinceCode: values.provinceCode ?? undefined });

/** The details of a rejected registration, to be corrected and sent again. */
export function ResubmitForm({ gallery }: { gallery: GalleryView }) {
  const t = useTranslations("review");
  const router = useRouter();
  const trpc = useTRPC();
  const options = useValueOptions();
  const showError = useErrorToast();
  const form = useForm<CorrectionValues, unknown, Correction>({
    defaultValues: valuesOf(gallery),
    resolver: formResolver(check, useLocale()),
  });
  const { control, watch, setValue, formState } = form;
  const resubmit = useMutation(trpc.gallery.resubmit.mutationOptions());
  const submit = form.handleSubmit(async (input) => {
    try {
      await resubmit.mutateAsync(input);
      toast.success(t("resubmitted"));
      router.refresh();
    } catch (error) {
      if (!applyServerErrors(error, form.setError)) showError(error);
    }
  });
  const { errors } = formState;
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <FormField control={control} name="name" label={t("name")} required>
        {(field) => <Input {...field} />}
      </FormField>
      <FormField control={control} name="legalName" label={t("legalName")}>
        {(field) => <Input {...field} />}
      </FormField>
      <FormField control={control} name="taxType" label={t("taxType")} group>
        {(field) => (
          <RadioGroup
            options={options("taxType", TAX_TYPES)}
            value={field.value}
            onValueChange={field.onChange}
          />
        )}
      </FormField>
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField control={control} name="taxNumber" label={t("taxNumber")} required>
          {(field) => <Input {...field} inputMode="numeric" />}
        </FormField>
        <FormField control={control} name="taxOffice" label={t("taxOffice")}>
          {(field) => <Input {...field} />}
        </FormField>
        <FormField
          control={control}
          name="licenceNo"
          label={t("licenceNo")}
          className="sm:col-span-2"
          required
        >
          {(field) => <Input {...field} />}
        </FormField>
        <PlaceFields
          value={{ provinceCode: watch("provinceCode"), district: watch("district") }}
          onChange={(place) => {
            setValue("provinceCode", place.provinceCode, { shouldDirty: true });
            setValue("district", place.district, { shouldDirty: true });
          }}
          labels={{ province: t("province"), district: t("district"), choose: t("choose") }}
          errors={{
            provinceCode: errors.provinceCode?.message,
            district: errors.district?.message,
          }}
        />
      </div>
      <FormField control={control} name="address" label={t("address")}>
        {(field) => <Textarea {...field} rows={3} />}
      </FormField>
      <Button type="submit" size="lg" block loading={formState.isSubmitting}>
        {t("resubmit")}
      </Button>
    </form>
  );
}
